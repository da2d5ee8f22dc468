package main

import (
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// sources are the Rego files of one operation: their texts, and what they were read as.
type sources struct {
	order   []string
	texts   map[string]string
	parsed  map[string]*ast.Module
	dialect map[string]ast.RegoVersion
	fixed   map[string]bool // somebody said what these are
}

// OPA skips it too, but counts it as a column of the first row, which no editor does.
const byteOrderMark = "\ufeff"

var versions = map[string]ast.RegoVersion{"v0": ast.RegoV0, "v1": ast.RegoV1, "v2": ast.RegoV2}

func options(v ast.RegoVersion) ast.ParserOptions {
	return ast.ParserOptions{RegoVersion: v, ProcessAnnotation: true, Capabilities: capabilities()}
}

// parse reads each file as what it is said to be, and any other one as Rego v1, else as v0: a folder may hold both.
func parse(modules []module) (*sources, error) {
	src := &sources{texts: map[string]string{}, parsed: map[string]*ast.Module{}, dialect: map[string]ast.RegoVersion{}, fixed: map[string]bool{}}
	var found problems
	for _, m := range modules {
		m.Text = strings.TrimPrefix(m.Text, byteOrderMark)
		if _, twice := src.texts[m.Path]; twice {
			return nil, fmt.Errorf("the file %q was given twice", m.Path)
		}
		src.texts[m.Path] = m.Text
		src.order = append(src.order, m.Path)
		if m.Version != "" {
			found = append(found, src.parseAs(m)...)
			continue
		}
		src.dialect[m.Path] = ast.RegoV1
		mod, err := ast.ParseModuleWithOpts(m.Path, m.Text, options(ast.RegoV1))
		if err != nil {
			old, errV0 := ast.ParseModuleWithOpts(m.Path, m.Text, options(ast.RegoV0))
			if errV0 != nil {
				found = append(found, src.bothFailed(m, err, errV0)...)
				continue
			}
			mod, src.dialect[m.Path] = old, ast.RegoV0
		}
		src.parsed[m.Path] = mod
	}
	if len(found) > 0 {
		return src, found
	}
	return src, nil
}

// parseAs reads a file of which somebody has said what it is.
func (src *sources) parseAs(m module) problems {
	version, known := versions[m.Version]
	if !known {
		return problems{{Code: "ERR_REGO_VERSION", Message: fmt.Sprintf("%q is no version of Rego", m.Version), File: m.Path}}
	}
	src.dialect[m.Path], src.fixed[m.Path] = version, true
	mod, err := ast.ParseModuleWithOpts(m.Path, m.Text, options(version))
	if err != nil {
		return src.hinted(err, "")
	}
	src.parsed[m.Path] = mod
	return nil
}

// rereadAsV0 reads those of the files once more as v0, which as v1 did not compile: duplicate imports and deprecated builtins
// are errors of v1's compiler, not of its parser. It returns false where none of them is v0 either.
func (src *sources) rereadAsV0(found problems) (*sources, bool) {
	next := &sources{order: src.order, texts: src.texts, parsed: map[string]*ast.Module{}, dialect: map[string]ast.RegoVersion{}, fixed: src.fixed}
	for path, mod := range src.parsed {
		next.parsed[path], next.dialect[path] = mod, src.dialect[path]
	}
	changed := false
	for _, p := range found {
		if v, known := next.dialect[p.File]; !known || v != ast.RegoV1 || src.fixed[p.File] {
			continue
		}
		if mod, err := ast.ParseModuleWithOpts(p.File, src.texts[p.File], options(ast.RegoV0)); err == nil {
			next.parsed[p.File], next.dialect[p.File], changed = mod, ast.RegoV0, true
		}
	}
	return next, changed
}

func (src *sources) versions() map[string]string {
	names := make(map[string]string, len(src.dialect))
	for path, v := range src.dialect {
		names[path] = v.String()
	}
	return names
}

func (src *sources) copies() map[string]*ast.Module {
	out := make(map[string]*ast.Module, len(src.parsed))
	for path, mod := range src.parsed {
		out[path] = mod.Copy()
	}
	return out
}
