"""Disk, locks and packaged data: the only readers and writers of user files."""
