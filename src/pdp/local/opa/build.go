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
	b := &bundle.Bundle{Data: map[string]any{}}
	for path, mod := range s.session.src.copies() {
		b.Modules = append(b.Modules, bundle.ModuleFile{URL: path, Path: path, RelativePath: path, Raw: []byte(s.session.src.texts[path]), Parsed: mod})
	}
	c := compile.New().
		WithTarget(compile.TargetWasm).
		WithBundle(b).
		WithEntrypoints(out.Entrypoints...).
		WithPruneUnused(true).
		WithCapabilities(capabilities())
	if err := c.Build(context.Background()); err != nil {
		return nil, flatten(err, s.session.src)
	}
	modules := c.Bundle().WasmModules
	if len(modules) != 1 {
		return nil, errors.New("opa built no WebAssembly module")
	}
	out.Wasm = base64.StdEncoding.EncodeToString(modules[0].Raw)
	used, _ := readsOf(s.session.compiler.Modules)
	for _, name := range hostOnly(used) {
		if bytes.Contains(modules[0].Raw, []byte(name)) {
			out.HostBuiltins = append(out.HostBuiltins, name)
		}
	}
	return out, nil
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
