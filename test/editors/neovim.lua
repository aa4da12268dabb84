-- What a user does in Neovim, without a screen. Writes what came of it to $VIF_REPORT, as JSON.
local report = {}

local function wait(done)
  vim.wait(10000, done, 20)
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function problem(found)
  return { line = found.lnum + 1, column = found.col + 1, text = found.code .. ': ' .. found.message }
end

local function problems_of(file)
  vim.cmd('edit ' .. file)
  wait(function() return #vim.diagnostic.get(0) > 0 end)
  return vim.tbl_map(problem, vim.diagnostic.get(0))
end

local function quick_fix()
  vim.ui.select = function(actions, _, choose) choose(actions[1]) end
  vim.lsp.buf.code_action()
end

local function rendered()
  vim.cmd('VifRender')
  wait(function() return vim.bo.buftype == 'nofile' end)
  local shown = text()
  vim.cmd('bwipeout')
  return shown
end

report.template = problems_of('802.1Qbh.vif.xml')
vim.fn.search('device_name')
quick_fix()
wait(function() return #vim.diagnostic.get(0) == 0 end)
report.fixed = text()
report.left = #vim.diagnostic.get(0)
report.rendered = rendered()
report.conf = problems_of('broken/nova.conf')
report.refused = rendered()
report.driver = problems_of('broken/driver.py')
vim.cmd('edit failing/nova.conf')
report.failed = rendered()

vim.fn.writefile({ vim.fn.json_encode(report) }, vim.env.VIF_REPORT)
vim.cmd('qall!')
