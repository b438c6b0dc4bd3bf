"""Resolutions of the General Assembly as Akoma Ntoso, read into facts."""
