/** What engine 7.7.7 answered in `GET /session/{id}/diff` for changes of each kind, made by a command in a real repository. Test data. */
import type { FileCounts } from '../../src/code/diff/diff-notes.ts'

interface Measured {
  patch: string
  counts: FileCounts
  says: string[]
}

export const measured: Record<string, Measured> = {
  'a file whose mode changed': {
    patch: 'diff --git a/mode.sh b/mode.sh\nold mode 100644\nnew mode 100755',
    counts: { additions: 0, deletions: 0, status: 'modified' },
    says: ['Made executable (644 → 755).'],
  },
  'a mode and lines': {
    patch:
      'diff --git a/mode-and-text.sh b/mode-and-text.sh\nold mode 100644\nnew mode 100755\nindex 82a76d3..3529c84\n--- a/mode-and-text.sh\n+++ b/mode-and-text.sh\n@@ -1,2 +1,3 @@\n #!/bin/sh\n echo\n+echo 2',
    counts: { additions: 1, deletions: 0, status: 'modified' },
    says: ['Made executable (644 → 755).'],
  },
  'a symbolic link that changed': {
    patch:
      'diff --git a/link b/link\nindex 42061c0..e831038 120000\n--- a/link\n+++ b/link\n@@ -1 +1 @@\n-README.md\n\\ No newline at end of file\n+src\n\\ No newline at end of file',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: ['A symbolic link. The line is where it points.'],
  },
  'a new symbolic link': {
    patch:
      'diff --git a/link-new b/link-new\nnew file mode 120000\nindex 0000000..e831038\n--- /dev/null\n+++ b/link-new\n@@ -0,0 +1 @@\n+src\n\\ No newline at end of file',
    counts: { additions: 1, deletions: 0, status: 'added' },
    says: ['A symbolic link. The line is where it points.'],
  },
  'a file that became a symbolic link': {
    patch:
      'diff --git a/type-change b/type-change\nnew file mode 120000\nindex 0000000..42061c0\n--- /dev/null\n+++ b/type-change\n@@ -0,0 +1 @@\n+README.md\n\\ No newline at end of file\n',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: ['It is a symbolic link now. The line is where it points.'],
  },
  'a new empty file': {
    patch: 'diff --git a/empty-new.txt b/empty-new.txt\nnew file mode 100644\nindex 0000000..e69de29',
    counts: { additions: 0, deletions: 0, status: 'added' },
    says: ['A new, empty file.'],
  },
  'an empty file that was deleted': {
    patch: 'diff --git a/empty-gone.txt b/empty-gone.txt\ndeleted file mode 100644\nindex e69de29..0000000',
    counts: { additions: 0, deletions: 0, status: 'deleted' },
    says: ['An empty file was deleted.'],
  },
  'a renamed file: it is new': {
    patch:
      'diff --git a/renamed.txt b/renamed.txt\nnew file mode 100644\nindex 0000000..b2f931a\n--- /dev/null\n+++ b/renamed.txt\n@@ -0,0 +1,5 @@\n+one\n+two\n+three\n+four\n+five\n',
    counts: { additions: 5, deletions: 0, status: 'added' },
    says: [],
  },
  'a submodule that moved on': {
    patch:
      'diff --git a/sub b/sub\nindex d62a34b..18c4f17 160000\n--- a/sub\n+++ b/sub\n@@ -1 +1 @@\n-Subproject commit d62a34be4d76bcb85e192ae6c0230571685dcc17\n+Subproject commit 18c4f1751fd1789a4887f91b4536c24be5cd2ec6',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: ['A submodule. The line is its commit.'],
  },
  'a new submodule': {
    patch:
      'diff --git a/sub-new b/sub-new\nnew file mode 160000\nindex 0000000..9e41377\n--- /dev/null\n+++ b/sub-new\n@@ -0,0 +1 @@\n+Subproject commit 9e41377b63f15e0c394302f15902bf1d61008a3a\n',
    counts: { additions: 1, deletions: 0, status: 'added' },
    says: ['A submodule. The line is its commit.'],
  },
  'CRLF that became LF': {
    patch:
      'diff --git a/crlf-to-lf.txt b/crlf-to-lf.txt\nindex b5eff57..de98044 100644\n--- a/crlf-to-lf.txt\n+++ b/crlf-to-lf.txt\n@@ -1,3 +1,3 @@\n-a\r\n-b\r\n-c\r\n+a\n+b\n+c',
    counts: { additions: 3, deletions: 3, status: 'modified' },
    says: ['Only line endings changed: CRLF → LF.'],
  },
  'LF that became CRLF': {
    patch:
      'diff --git a/lf-to-crlf.txt b/lf-to-crlf.txt\nindex de98044..b5eff57 100644\n--- a/lf-to-crlf.txt\n+++ b/lf-to-crlf.txt\n@@ -1,3 +1,3 @@\n-a\n-b\n-c\n+a\r\n+b\r\n+c\r',
    counts: { additions: 3, deletions: 3, status: 'modified' },
    says: ['Only line endings changed: LF → CRLF.'],
  },
  'one line of a mixed file': {
    patch:
      'diff --git a/mixed.txt b/mixed.txt\nindex 1fa89d4..3403361 100644\n--- a/mixed.txt\n+++ b/mixed.txt\n@@ -1,3 +1,3 @@\n-a\r\n+a\n b\n c\r',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: ['Only line endings changed: CRLF → LF.'],
  },
  'an edit within CRLF': {
    patch:
      'diff --git a/crlf-edit.txt b/crlf-edit.txt\nindex b5eff57..d5a6cc6 100644\n--- a/crlf-edit.txt\n+++ b/crlf-edit.txt\n@@ -1,3 +1,3 @@\n a\r\n-b\r\n+B\r\n c\r',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: [],
  },
  'a last newline added': {
    patch:
      'diff --git a/end-added.txt b/end-added.txt\nindex 0a207c0..422c2b7 100644\n--- a/end-added.txt\n+++ b/end-added.txt\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: [],
  },
  'a last newline removed': {
    patch:
      'diff --git a/end-gone.txt b/end-gone.txt\nindex 422c2b7..0a207c0 100644\n--- a/end-gone.txt\n+++ b/end-gone.txt\n@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: [],
  },
  'spaces and tabs': {
    patch:
      'diff --git a/space.txt b/space.txt\nindex 6b8df83..cb01159 100644\n--- a/space.txt\n+++ b/space.txt\n@@ -1 +1 @@\n-  a\n+\ta \n',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: [],
  },
  'a byte order mark removed': {
    patch:
      'diff --git a/bom.txt b/bom.txt\nindex c6640f8..422c2b7 100644\n--- a/bom.txt\n+++ b/bom.txt\n@@ -1,2 +1,2 @@\n-\uFEFFa\n+a\n b',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: ['The byte order mark was removed.'],
  },
  'Latin-1 that became UTF-8': {
    patch:
      'diff --git a/latin1.txt b/latin1.txt\nindex fc6f594..6ce1222 100644\n--- a/latin1.txt\n+++ b/latin1.txt\n@@ -1,2 +1,2 @@\n-h\uFFFDllo\n+hällo\n world\n',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: ['Not all of it is UTF-8. What is not is shown as \uFFFD.'],
  },
  'an edit within Latin-1': {
    patch:
      'diff --git a/latin1-edit.txt b/latin1-edit.txt\nindex be46dd5..67f33c6 100644\n--- a/latin1-edit.txt\n+++ b/latin1-edit.txt\n@@ -1,3 +1,3 @@\n h\uFFFDllo\n world\n-end\n+END',
    counts: { additions: 1, deletions: 1, status: 'modified' },
    says: ['Not all of it is UTF-8. What is not is shown as \uFFFD.'],
  },
  // `GET /vcs/diff` writes the heads of what is too much, and the list above nothing.
  'a large file': {
    patch:
      'Index: big.txt\n===================================================================\n--- big.txt\t\n+++ big.txt\t\n',
    counts: { additions: 2, deletions: 1, status: 'modified' },
    says: ['The engine leaves the lines out: they are too many.'],
  },
  'a rename as git tells it': {
    patch: 'diff --git a/a.ts b/b.ts\nsimilarity index 100%\nrename from a.ts\nrename to b.ts\n',
    counts: { additions: 0, deletions: 0, status: 'modified' },
    says: ['Renamed from a.ts.', 'Its lines are the same.'],
  },
  'a binary file as git tells it': {
    patch: 'diff --git a/x.png b/x.png\nindex 1..2 100644\nBinary files a/x.png and b/x.png differ\n',
    counts: { additions: 0, deletions: 0, status: 'modified' },
    says: ['A binary file: there are no lines to show.'],
  },
}
