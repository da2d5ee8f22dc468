package main

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// formatModule writes a file as `opa fmt` does, in its own dialect, or in v1 where that is asked for.
func formatModule(req *request) (any, error) {
	src, err := parse([]module{{Path: req.Path, Text: req.Text}})
	if err != nil {
		return nil, flatten(err, src)
	}
	from := src.dialect[req.Path]
	to := from
	if req.ToV1 {
		to = ast.RegoV1
	}
	read := options(from)
	text, err := format.SourceWithOpts(req.Path, []byte(req.Text), format.Opts{
		RegoVersion:                   to,
		ParserOptions:                 &read,
		DropRedundantDirectiveImports: req.ToV1,
		Capabilities:                  capabilities(),
	})
	if err != nil {
		return nil, flatten(err, src)
	}
	return struct {
		Text string `json:"text"`
	}{string(text)}, nil
}
