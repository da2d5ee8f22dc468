package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
)

type built struct {
	Wasm         string   `json:"wasm"`
	Entrypoints  []string `json:"entrypoints"`
	HostBuiltins []string `json:"hostBuiltins"`
}

// build compiles the session's policies to WebAssembly, with one entrypoint for each path that is there.
// The data is left out: the runtime sets it, and data.* then reads it.
func (s *server) build() (any, error) {
	if s.session == nil {
		return nil, errors.New("there is nothing to build: prepare comes first")
	}
	out := built{Entrypoints: []string{}, HostBuiltins: []string{}}
	for _, path := range s.session.points {
		if kind := s.session.surfaces[path].Kind; (kind == "package" || kind == "rule") && plain(path) {
			out.Entrypoints = append(out.Entrypoints, path)
		}
	}
	if len(out.Entrypoints) == 0 {
		return out, nil
	}
	raw, err := compileWasm(s.session.src, out.Entrypoints)
	if err != nil {
		return nil, err
	}
	out.Wasm = base64.StdEncoding.EncodeToString(raw)
	out.HostBuiltins = calledOutside(raw, s.session.compiler)
	return out, nil
}

func compileWasm(src *sources, entrypoints []string) ([]byte, error) {
	b := &bundle.Bundle{Data: map[string]any{}}
	for path, mod := range src.copies() {
		b.Modules = append(b.Modules, bundle.ModuleFile{URL: path, Path: path, RelativePath: path, Raw: []byte(src.texts[path]), Parsed: mod})
	}
	c := compile.New().
		WithTarget(compile.TargetWasm).
		WithBundle(b).
		WithEntrypoints(entrypoints...).
		WithPruneUnused(true).
		WithCapabilities(capabilities())
	if err := c.Build(context.Background()); err != nil {
		return nil, flatten(err, src)
	}
	modules := c.Bundle().WasmModules
	if len(modules) != 1 {
		return nil, errors.New("opa built no WebAssembly module")
	}
	return modules[0].Raw, nil
}

// calledOutside returns the builtins for which this WebAssembly calls its host.
func calledOutside(raw []byte, c *ast.Compiler) []string {
	out := []string{}
	used, _ := readsOf(c.Modules)
	for _, name := range hostOnly(used) {
		if bytes.Contains(raw, []byte(name)) {
			out = append(out, name)
		}
	}
	return out
}

// plain is false for a path that OPA's compiler would read as something else than the names between its slashes.
func plain(path string) bool {
	for segment := range strings.SplitSeq(path, "/") {
		if segment == "" || strings.ContainsAny(segment, `[]"`) {
			return false
		}
	}
	_, err := ast.PtrRef(ast.DefaultRootDocument, path)
	return err == nil
}
