package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"slices"

	"github.com/gobwas/glob"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/util"
)

type builtBundle struct {
	Bundle       string            `json:"bundle"`
	Entrypoints  []string          `json:"entrypoints"`
	HostBuiltins []string          `json:"hostBuiltins"`
	RegoVersions map[string]string `json:"regoVersions"`
}

// buildBundle packs Rego and data into a bundle as `opa build` does: the sources as they are, WebAssembly beside them where it
// is asked for, and a signature over all of it. The manifest does not send OPA to the WebAssembly: most of its builds have no
// runtime for it, and refuse the whole bundle then.
func buildBundle(req *request) (any, error) {
	src, err := parse(req.Modules)
	if err != nil {
		return nil, flatten(err, src)
	}
	store, err := newStore(req.Data)
	if err != nil {
		return nil, err
	}
	src, compiler, err := compileAll(src, store, compiling{})
	if err != nil {
		return nil, err
	}
	out := builtBundle{HostBuiltins: []string{}, RegoVersions: src.versions()}
	if out.Entrypoints, err = chooseEntrypoints(compiler, req.Entrypoints, req.Defaults); err != nil {
		return nil, err
	}
	b := &bundle.Bundle{Data: map[string]any{}, Modules: packModules(src), Manifest: manifestOf(src, req)}
	if len(req.Data) > 0 {
		if err := util.UnmarshalJSON(req.Data, &b.Data); err != nil {
			return nil, err
		}
	}
	switch req.Target {
	case "rego":
	case "wasm":
		if len(out.Entrypoints) == 0 {
			return nil, problems{{Code: "ERR_ENTRYPOINT_MISSING", Message: fmt.Sprintf("no rule answers for any of %q; name what is to be asked with \"--entrypoint\"", req.Defaults)}}
		}
		raw, err := compileWasm(src, out.Entrypoints)
		if err != nil {
			return nil, err
		}
		b.WasmModules = []bundle.WasmModuleFile{{URL: "/" + bundle.WasmFile, Path: "/" + bundle.WasmFile, Raw: raw}}
		out.HostBuiltins = calledOutside(raw, compiler)
	default:
		return nil, fmt.Errorf("there is no target %q", req.Target)
	}
	if req.Sign != nil {
		if err := sign(b, req.Sign); err != nil {
			return nil, err
		}
	}
	var packed bytes.Buffer
	if err := bundle.NewWriter(&packed).Write(*b); err != nil {
		return nil, err
	}
	out.Bundle = base64.StdEncoding.EncodeToString(packed.Bytes())
	// What nobody could read again is not handed out: not the roots, and not what the signature says.
	files, err := filesOf(&request{Tar: out.Bundle})
	if err == nil {
		_, _, err = readBundle(files, nil)
	}
	if err != nil {
		return nil, explainBundle(err, files, nil)
	}
	return out, nil
}

// chooseEntrypoints returns those that were named, and of the defaults those that are there.
func chooseEntrypoints(c *ast.Compiler, named, defaults []string) ([]string, error) {
	chosen := []string{}
	var found problems
	for _, path := range named {
		kind := surfaceOf(c, pathRef(path)).Kind
		switch {
		case !plain(path):
			found = append(found, problem{Code: "ERR_ENTRYPOINT_NAME", Message: fmt.Sprintf("%q is no entrypoint; write it as package/rule", path)})
		case kind == "function":
			found = append(found, problem{Code: "ERR_ENTRYPOINT_FUNCTION", Message: fmt.Sprintf("%q is a function and cannot be asked; name a rule or a package", path)})
		case kind == "missing":
			found = append(found, problem{Code: "ERR_ENTRYPOINT_MISSING", Message: fmt.Sprintf("no rule and no package is at the entrypoint %q", path)})
		case !slices.Contains(chosen, path):
			chosen = append(chosen, path)
		}
	}
	for _, path := range defaults {
		if kind := surfaceOf(c, pathRef(path)).Kind; (kind == "package" || kind == "rule") && !slices.Contains(chosen, path) {
			chosen = append(chosen, path)
		}
	}
	if len(found) > 0 {
		return nil, found
	}
	return chosen, nil
}

func packModules(src *sources) []bundle.ModuleFile {
	var out []bundle.ModuleFile
	for _, path := range slices.Sorted(slices.Values(src.order)) {
		out = append(out, bundle.ModuleFile{URL: "/" + path, Path: "/" + path, RelativePath: "/" + path, Raw: []byte(src.texts[path]), Parsed: src.parsed[path]})
	}
	return out
}

// manifestOf says of each file what it was read as; the roots are everything where none are named, as with `opa build`.
func manifestOf(src *sources, req *request) bundle.Manifest {
	m := bundle.Manifest{Revision: req.Revision}
	if len(req.Roots) > 0 {
		m.Roots = &req.Roots
	}
	m.SetRegoVersion(ast.RegoV1)
	for path, v := range src.dialect {
		if v == ast.RegoV1 {
			continue
		}
		if m.FileRegoVersions == nil {
			m.FileRegoVersions = map[string]int{}
		}
		m.FileRegoVersions[glob.QuoteMeta("/"+path)] = v.Int()
	}
	return m
}
