import type { Plain } from './plain';

/** What the cases below are rendered with. */
export const VALUES: Readonly<Record<string, Plain>> = {
  name: 'instance-1',
  vif_type: 'bridge',
  n: 3,
  half: 0.5,
  nothing: null,
  type: 'kvm',
  clef: '𝄞!',
  nic: { mac: '02:16:3e:00:00:01', 'target-dev': 'tap0', items: 'own' },
  nics: [
    { name: 'tap0', index: 1 },
    { name: 'tap1', index: 2 },
  ],
  session: 'mine',
};

/** Templates and what they give, by what they show. The real Cheetah gives the same. */
export const OUTPUTS: Readonly<Record<string, readonly (readonly [text: string, output: string])[]>> = {
  'reads a number that ends with its dot': [
    ['#echo 2. + $half', '2.5'],
    ['${n + 1.e1}', '13.0'],
  ],
  'binds not closer than and, and that closer than or': [
    ['#echo not $n or $name', 'instance-1'],
    ['#echo not $nothing and $name', 'instance-1'],
    ['#echo not not $n and $name', 'instance-1'],
    ['#echo $nothing and not $n or $name', 'instance-1'],
    ['#echo $n and not $nothing or $name', 'True'],
    ['#echo not $n == 3 or $name', 'instance-1'],
    ['#echo not $nothing or $n if not $n or $nothing else $name', 'instance-1'],
  ],
  'asks a dictionary for a key, as the fix for getVar does': [
    ["#for $nic in $nics\n#if 'name' in $nic and $nic.name\n$nic.name\n#end if\n#end for\n", 'tap0\ntap1\n'],
    ["#for $nic in $nics\n#if not ('gone' in $nic and $nic.gone)\nno\n#end if\n#end for\n", 'no\nno\n'],
    ["#for $nic in $nics\n${nic.gone if 'gone' in $nic else 'x'}\n#end for\n", 'x\nx\n'],
    ["#for $nic in $nics\n#set $x = ($nic.name if 'name' in $nic else 'x')\n$x\n#end for\n", 'tap0\ntap1\n'],
  ],
  'puts out values': [
    ['<name>$name</name>', '<name>instance-1</name>'],
    ['${name}s $(name) $[name]', 'instance-1s instance-1 instance-1'],
    ['[$nothing]', '[]'],
    ['$n $half ${nics[0]}', "3 0.5 {'name': 'tap0', 'index': 1}"],
    ["$nic.mac $nic['target-dev'] $nics[-1].name", '02:16:3e:00:00:01 tap0 tap1'],
    ['$clef[0]$clef[-1]', '𝄞!'],
    ['costs \\$5 \\#if', 'costs $5 #if'],
    ['#echo $n + 1', '4'],
  ],
  'takes the branch that holds': [
    ["#if $vif_type == 'bridge'\nA\n#else\nB\n#end if\n", 'A\n'],
    ["#if $vif_type == 'x'\nA\n#else if $n > 2\nB\n#else\nC\n#end if\n", 'B\n'],
    ["#if $vif_type == 'x'\nA\n#elif 0\nB\n#else\nC\n#end if\n", 'C\n'],
    ['#unless $nothing\nA\n#end unless\n', 'A\n'],
    ["#if $n > 2 then 'many' else 'few'\n", 'many'],
    ['a#if $n# b#end if# c', 'a b c'],
  ],
  'goes through loops': [
    ['#for $nic in $nics\n$nic.name\n#end for\n', 'tap0\ntap1\n'],
    ['#for $nic in $nics#$nic.name #end for#$nic.name', 'tap0 tap1 tap1'],
    ["#for $a, $b in [['x', 1], ('y', 2)]#$a$b #end for#", 'x1 y2 '],
    ["#for $c in '𝄞!'#$c,#end for#", '𝄞,!,'],
    ['#for $key in $nics[0]#$key #end for#', 'name index '],
    ['#for $x in [1, 2, 3]#\n#if $x == 2\n#break\n#end if\n$x#end for#', '\n1\n'],
    ['#for $x in [1, 2, 3]#\n#if $x == 2\n#continue\n#end if\n$x#end for#', '\n1\n\n3'],
    ['a#for $x in [1, 2]#$x#stop##end for#b', 'a1'],
  ],
  'sets names': [
    ['#set $n = $n + 1\n$n', '4'],
    ['#set $x = 1\n#set $x += 2\n$x', '3'],
    ['#set $x = 1\n#if x == 1\nyes\n#end if\n', 'yes\n'],
    ["#set global $g = 'a'\n$g $getVar('g')", 'a a'],
    ["#set $x = 'a'\n$getVar('x', 'default') $varExists('x')", 'default False'],
  ],
  'looks for names as Cheetah does': [
    ['$type $None.$True', 'kvm .True'],
    ["$getVar('nic.mac') $getVar('$n', 0) $getVar('nic.none', 'd')", '02:16:3e:00:00:01 3 d'],
    ["#for $vif in $nics#$getVar('vif.name', 'd') #end for#", 'd d '],
    ["$hasVar('nic.mac') $varExists('nic.no') $varExists('None')", 'True False False'],
    ['$nic.items', 'own'],
    ['[$session]', '[]'],
  ],
  "computes by Python's meaning": [
    ["#echo $nothing or 'x'", 'x'],
    ['#echo 0 and $missing', '0'],
    ['#echo 1 < $n < 5 and not 1 < $n < 3', 'True'],
    ['#echo $nothing is None', 'True'],
    ["#echo 'r' in $vif_type and 'mac' in $nic and 1 not in [2]", 'True'],
    ["#echo 'br-%s-%03d' % ($name, $n)", 'br-instance-1-003'],
    ["#echo 'a' if $n == 3 else 'b'", 'a'],
    ['#echo [-7 // 2, -7 % 3, 7 / 2, 2 ** 70, 1 + True]', '[-4, 2, 3.5, 1180591620717411303424, 2]'],
    ["#echo 'ab' * 2 + str(1.0) + str([None])", 'abab1.0[None]'],
    ['#echo len($clef)', '2'],
    ["#echo {'a': 1}['a']", '1'],
  ],
};
