package main

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// formatModule writes a file as `opa fmt` does, in its own dialect, or in v1 where that is asked for.
func formatModule(req *request) (any, error) {
	src, err := parse([]module{{Path: req.Path, Text: req.Text, Version: req.Version}})
	if err != nil {
		return nil, flatten(err, src)
	}
	from := src.dialect[req.Path]
	to := from
	if req.ToV1 {
		to = ast.RegoV1
	}
	read := options(from)
	text, err := format.SourceWithOpts(req.Path, []byte(src.texts[req.Path]), format.Opts{
		RegoVersion:                   to,
		ParserOptions:                 &read,
		DropRedundantDirectiveImports: req.ToV1,
		Capabilities:                  capabilities(),
	})
	if err != nil {
		return nil, flatten(err, src)
	}
	written := likeBefore(string(text), req.Text)
	return struct {
		Text    string `json:"text"`
		Version string `json:"version"`
		Changed bool   `json:"changed"`
	}{written, from.String(), written != req.Text}, nil
}

// likeBefore keeps the line ends and the mark at the start of a file from Windows; OPA writes neither.
func likeBefore(text, before string) string {
	if lines := strings.Count(before, "\n"); lines > 0 && strings.Count(before, "\r\n") == lines {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	}
	if strings.HasPrefix(before, byteOrderMark) {
		text = byteOrderMark + text
	}
	return text
}
