/** What the cases below are rendered with. */
export const VALUES = { name: 'a', n: 1, list: [1], nic: { mac: 'm' }, nics: [] };

/** The group of cases that Cheetah takes long for. */
export const ENDLESS = 'what does not end or gets too large';

/** Templates that are refused, with the place that the message speaks of, by what they show. */
export const REFUSALS: Readonly<Record<string, readonly (readonly [marked: string, message: string])[]>> = {
  'what Python fails in': [
    ['#set $x = $nic\n${1 + <|x.mac|>}', "A dict has no 'mac' where the name in front stands without '$'."],
    ["#if <|$n < 'a'|>\n#pass\n#end if\n", "Python has no '<' for int and str."],
    ["$name ${<|nic['no']|>}", "The dict has no such key: 'no'."],
    ['#echo <|$list[3]|>', 'There is no item 3 in this list.'],
    ['#echo 1 + <|$n / 0|>', 'This divides by zero.'],
    ['#for $x in <|$n|>\n$x\n#end for\n', 'A value of type int has no items to go through.'],
    ['#for $<|x|>, $y in [[1, 2, 3]]\n$x\n#end for\n', 'An item of this loop holds 3 values for 2 names.'],
    ["#echo <|'%d' % 'a'|>", "'%d' cannot write this value of type str."],
  ],
  'a directive with a name that is found nowhere': [
    ['#if <|$missing|>\n#pass\n#end if\n', "Nothing provides 'missing'."],
    ['#set $x = <|$nic.missing|>\n', "Nothing provides 'missing'."],
    ["#for $x in <|$getVar('missing')|>\n$x\n#end for\n", "Nothing provides 'missing'."],
    ['#if <|name|>\n#pass\n#end if\n', "'name' stands without '$', and neither #set nor #for gives it a value."],
    ['#if <|x|>\n#set $x = 1\n#end if\n', "'x' has no value yet."],
    ['#set $<|n|> += 1\n', "'+=' needs a value that #set gave 'n' before."],
  ],
  'names that are not its own': [
    ['<|$items|>', "'items' is a name of Cheetah's own, which hides any value of that name."],
    ['<|$self|>', "'self' is a name of Cheetah's own, which hides any value of that name."],
    ['<|$time|>', "Nothing provides 'time', and Cheetah takes what Python calls so: that is not understood."],
    ['<|$name.upper|>', "'upper' is what Python has for every str: that is not understood."],
    ['<|$name.__class__|>', "'__class__' is not understood: names that begin with '__' are Python's."],
    ['#if 0\n#set $<|callable|> = 1\n#end if\n', "Cheetah's own code uses the name callable. Take another one."],
  ],
  'what is not understood': [
    ['#echo <|$n is 1|>', "'is' is understood for None, True and False alone; write '=='."],
    ['#echo <|$n ** -1|>', 'Powers other than those of an int and a positive int are not understood.'],
    ["#echo <|'%e' % $n|>", "The conversion '%e' is not understood."],
    ['#echo {<|1|>: 2}', 'A dict is understood if its keys are text.'],
  ],
  [ENDLESS]: [
    ["#set $x = 'a' * 60000000\n$x<|$x|>", 'The output gets longer than 64 MiB.'],
    ['#set $x = [0] * 600000\n#echo <|$x + $x|>', 'This list gets longer than a million items.'],
    [
      "#set $x = 'a' * 4000\n#for $a in $x\n<|#for $b in $x\n#set $c = $a\n#end for|>\n#end for\n",
      'The template does not end within ten million steps.',
    ],
    ["#set $x = 'a'\n#for $i in 'a' * 30\n#set $x = <|$x + $x|>\n#end for\n", 'This text gets longer than 64 MiB.'],
    ["#set $x = 7\n#for $i in 'a' * 30\n#set $x = <|$x * $x|>\n#end for\n", 'This number gets more than 4300 digits.'],
    [
      "#set $x = [1]\n#for $i in 'a' * 60\n#set $x = [$x, $x]\n#end for\n<|$x|>",
      'The template does not end within ten million steps.',
    ],
    [
      "#set $x = 1\n#for $i in 'a' * 700\n#set $x = [$x]\n#end for\n<|$x|>",
      'The lists and dicts lie too deeply in each other.',
    ],
  ],
};
