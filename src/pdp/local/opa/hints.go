package main

func (src *sources) hint(p problem) string { return "" }

func (src *sources) bothFailed(m module, v1, v0 error) problems { return collect(v1) }
