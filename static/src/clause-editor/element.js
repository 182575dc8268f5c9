// <clause-editor>: the proposed text of one clause, shown as a redline while it is written.
