;; What a user does in Emacs, without a screen. Writes what came of it to $VIF_REPORT, as JSON.  -*- lexical-binding: t -*-
(require 'json)

(defun wait-until (done)
  (let ((end (+ (float-time) 10)))
    (while (and (not (funcall done)) (< (float-time) end)) (accept-process-output nil 0.02))))

(defun problem (found)
  (save-excursion
    (goto-char (flymake-diagnostic-beg found))
    `((line . ,(line-number-at-pos)) (column . ,(1+ (current-column))) (text . ,(flymake-diagnostic-text found)))))

(defun problems ()
  (vconcat (mapcar #'problem (flymake-diagnostics))))

(defun open (file)
  (find-file (expand-file-name file root))
  ;; Eglot and Flymake start once Emacs has come to rest, which it never does without a screen.
  (run-hooks 'post-command-hook)
  (when flymake-mode (flymake-start)))

(defun problems-of (file)
  (open file)
  (wait-until #'flymake-diagnostics)
  (problems))

(defun pick-first (_prompt choices &rest _)
  (caar choices))

(defun quick-fix ()
  (cl-letf ((last-nonmenu-event ?x) ((symbol-function 'completing-read) #'pick-first))
    (call-interactively #'eglot-code-actions))
  ;; Eglot tells of changes once Emacs has come to rest.
  (eglot--signal-textDocument/didChange))

(defun rendered ()
  (condition-case failure
      (progn (vif-render) (with-current-buffer "*VIF*" (buffer-string)))
    (error (error-message-string failure))))

(defvar root default-directory)
(defvar report nil)
(defun report (name value) (push (cons name value) report))

(report 'template (problems-of "802.1Qbh.vif.xml"))
(search-forward "device_")
(quick-fix)
(wait-until (lambda () (not (flymake-diagnostics))))
(report 'fixed (buffer-string))
(report 'left (length (flymake-diagnostics)))
(report 'rendered (rendered))
(report 'conf (problems-of "broken/nova.conf"))
(report 'refused (rendered))
(report 'driver (problems-of "broken/driver.py"))
(open "failing/nova.conf")
(wait-until #'eglot-current-server)
(report 'failed (rendered))

(with-temp-file (getenv "VIF_REPORT") (insert (json-encode report)))
(set-buffer-modified-p nil)
(kill-emacs 0)
