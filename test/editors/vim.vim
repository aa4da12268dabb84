" What a user does in Vim, without a screen. Writes what came of it to $VIF_REPORT, as JSON.
set hidden

function! WaitUntil(done) abort
  let l:turns = 0
  while !a:done() && l:turns < 500
    sleep 20m
    let l:turns += 1
  endwhile
endfunction

function! Problem(found) abort
  return {'line': a:found.lnum, 'column': a:found.col, 'text': a:found.code . ': ' . a:found.text}
endfunction

function! Problems() abort
  let l:ours = filter(copy(ale#engine#GetLoclist(bufnr(''))), {_, found -> found.linter_name ==# 'openstack-vif'})
  return map(l:ours, {_, found -> Problem(found)})
endfunction

function! ProblemsOf(file) abort
  execute 'edit' a:file
  call WaitUntil({-> !empty(Problems())})
  return Problems()
endfunction

function! Text() abort
  return join(getline(1, '$'), "\n") . "\n"
endfunction

function! QuickFix() abort
  runtime autoload/ale/util.vim
  function! ale#util#Input(...) abort
    return '1'
  endfunction
  ALECodeAction
  let l:before = Text()
  call WaitUntil({-> Text() !=# l:before})
  " Vim tells of a change once it waits for a key.
  doautocmd TextChanged
endfunction

function! Rendered() abort
  VifRender
  call WaitUntil({-> &buftype ==# 'nofile'})
  let l:shown = Text()
  bwipeout
  return l:shown
endfunction

function! Report() abort
  let l:report = {'template': ProblemsOf('802.1Qbh.vif.xml')}
  call search('device_name')
  call QuickFix()
  call WaitUntil({-> empty(Problems())})
  let l:report.fixed = Text()
  let l:report.left = len(Problems())
  let l:report.rendered = Rendered()
  let l:report.conf = ProblemsOf('broken/nova.conf')
  let l:report.refused = Rendered()
  let l:report.driver = ProblemsOf('broken/driver.py')
  edit failing/nova.conf
  let l:report.failed = Rendered()
  return l:report
endfunction

call writefile([json_encode(Report())], $VIF_REPORT)
qall!
