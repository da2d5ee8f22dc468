package main

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
)

type openedBundle struct {
	Modules  []module     `json:"modules"`
	DataText string       `json:"dataText,omitempty"`
	Revision string       `json:"revision"`
	Roots    []string     `json:"roots"`
	Wasm     []wasmModule `json:"wasm"`
	// Entrypoints of the WebAssembly for which the sources beside it have no rule any more: `opa build` takes them out.
	CompiledOnly []string `json:"compiledOnly"`
}

type wasmModule struct {
	Path        string   `json:"path"`
	Entrypoints []string `json:"entrypoints"`
	Base64      string   `json:"base64"`
}

// openBundle reads a bundle with OPA's own reader, and verifies it where a key is given.
func openBundle(req *request) (any, error) {
	files, err := filesOf(req)
	if err != nil {
		return nil, problems{{Code: "ERR_BUNDLE_UNREADABLE", Message: err.Error()}}
	}
	isSigned := slices.ContainsFunc(files.all, func(f bundleFile) bool { return bundle.IsSignaturesFile(f.path) })
	var how *bundle.VerificationConfig
	switch {
	case req.Verify == nil && isSigned:
		return nil, problems{{Code: "ERR_BUNDLE_UNVERIFIED", Message: "it is signed, and nobody verifies it; add \"policy.verify\" with the key"}}
	case req.Verify != nil && !isSigned:
		return nil, problems{{Code: "ERR_BUNDLE_UNSIGNED", Message: "it has no .signatures.json, and \"policy.verify\" asks for a signature"}}
	case req.Verify != nil:
		if how, err = req.Verify.verification(); err != nil {
			return nil, err
		}
	}
	b, otherwise, err := readBundle(files, how)
	if isUnnamed(err) && req.Base != "" {
		// `opa sign -b policies` writes the folder's own name before each file's.
		b, otherwise, err = readBundle(files.below(req.Base), how)
	}
	if err == nil && how != nil {
		err = checkTime(b.Signatures.Signatures, time.Now())
	}
	if err != nil {
		return nil, explainBundle(err, files, how)
	}
	if b.Type() == bundle.DeltaBundleType {
		return nil, errDelta
	}
	return describeBundle(&b, otherwise, req.Base)
}

// isUnnamed is true where a file is not among those that were signed, be it only under this name.
func isUnnamed(err error) bool {
	return err != nil && strings.HasSuffix(err.Error(), "not included in bundle signature")
}

var errDelta = problems{{Code: "ERR_BUNDLE_DELTA", Message: "it is a delta bundle, which only changes the data of another one; name a whole bundle"}}

func filesOf(req *request) (files bundleFiles, err error) {
	switch {
	case req.Tar != "":
		files.all, err = unpack(req.Tar)
	case req.Files != nil:
		files.all, err = fromFolder(req.Files)
	default:
		err = errors.New("neither an archive nor files were given")
	}
	return files, err
}

// readBundle reads Rego as the manifest says it is, and where it says nothing all as v1, else all as v0; it returns which.
func readBundle(files bundleFiles, how *bundle.VerificationConfig) (bundle.Bundle, ast.RegoVersion, error) {
	b, err := readAs(ast.RegoV1, files, how)
	if isRego(err) {
		if old, again := readAs(ast.RegoV0, files, how); again == nil {
			return old, ast.RegoV0, nil
		}
	}
	return b, ast.RegoV1, err
}

func readAs(version ast.RegoVersion, files bundleFiles, how *bundle.VerificationConfig) (bundle.Bundle, error) {
	return bundle.NewCustomReader(&memoryLoader{files: files}).
		WithBaseDir(files.base).
		WithBundleVerificationConfig(how).
		WithSkipBundleVerification(how == nil).
		WithSizeLimitBytes(maxUnpacked).
		WithLazyLoadingMode(false).
		WithProcessAnnotations(true).
		WithCapabilities(capabilities()).
		WithRegoVersion(version).
		Read()
}

func isRego(err error) bool {
	var many ast.Errors
	return errors.As(err, &many)
}

// explainBundle tells what kept a bundle from being read. A bundle that fails verified and would not, unverified, fails for
// its signature; what was read so is thrown away.
func explainBundle(err error, files bundleFiles, how *bundle.VerificationConfig) error {
	if isRego(err) {
		return explainRego(err, files)
	}
	message := err.Error()
	if how != nil {
		other, _, unverified := readBundle(files, nil)
		switch {
		case unverified == nil && other.Type() == bundle.DeltaBundleType:
			return errDelta
		case unverified == nil || unverified.Error() != message:
			return problems{{Code: "ERR_BUNDLE_SIGNATURE", Message: message}}
		}
	}
	if strings.HasPrefix(message, "manifest roots") || strings.HasPrefix(message, "manifest has overlapped roots") {
		return problems{{Code: "ERR_BUNDLE_ROOTS", Message: message}}
	}
	return problems{{Code: "ERR_BUNDLE_UNREADABLE", Message: message}}
}

// explainRego adds our hints to what the parser said of the first file, where they are about the same one.
func explainRego(err error, files bundleFiles) error {
	found := collect(err)
	for i := range found {
		found[i].File = strings.TrimPrefix(found[i].File, files.base)
	}
	for _, f := range files.all {
		if len(found) == 0 || f.path != found[0].File {
			continue
		}
		m := module{Path: f.path, Text: string(f.bytes)}
		src, again := parse([]module{m})
		if again != nil {
			return problems(flatten(again, src))
		}
		found[0].Hint = fmt.Sprintf("it is Rego %s, and the bundle's manifest says that it is not: build the bundle again", src.dialect[m.Path])
	}
	return found
}

func describeBundle(b *bundle.Bundle, otherwise ast.RegoVersion, base string) (any, error) {
	out := openedBundle{Modules: []module{}, Revision: b.Manifest.Revision, Roots: *b.Manifest.Roots, Wasm: []wasmModule{}, CompiledOnly: []string{}}
	// Whatever its name is: what OPA makes of a bundle it makes of all its Rego.
	for _, m := range b.Modules {
		version, err := b.RegoVersionForFile(m.RelativePath, otherwise)
		if err != nil {
			return nil, err
		}
		out.Modules = append(out.Modules, module{Path: m.RelativePath, Text: string(m.Raw), Version: version.String()})
	}
	if len(b.Data) > 0 {
		text, err := json.Marshal(b.Data)
		if err != nil {
			return nil, err
		}
		out.DataText = string(text)
	}
	for _, m := range b.WasmModules {
		found := wasmModule{Path: strings.TrimPrefix(m.Path, base), Entrypoints: []string{}, Base64: base64.StdEncoding.EncodeToString(m.Raw)}
		for _, ref := range m.Entrypoints {
			path := slashes(ref)
			found.Entrypoints = append(found.Entrypoints, path)
			if !answers(b.Modules, ref) {
				out.CompiledOnly = append(out.CompiledOnly, path)
			}
		}
		out.Wasm = append(out.Wasm, found)
	}
	return out, nil
}

// answers is true where a rule of these modules stands at the entrypoint, above or below it.
func answers(modules []bundle.ModuleFile, entrypoint ast.Ref) bool {
	for _, m := range modules {
		for _, rule := range m.Parsed.Rules {
			at := m.Parsed.Package.Path.Extend(rule.Head.Ref().GroundPrefix())
			if at.HasPrefix(entrypoint) || entrypoint.HasPrefix(at) {
				return true
			}
		}
	}
	return false
}
