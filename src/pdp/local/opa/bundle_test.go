package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/util"
)

func folder(files map[string]string) []packedFile {
	var out []packedFile
	for _, path := range util.KeysSorted(files) {
		out = append(out, packedFile{Path: path, Base64: base64.StdEncoding.EncodeToString([]byte(files[path]))})
	}
	return out
}

// run gives the answer of one operation, or its first problem.
func run[T any](t *testing.T, req *request) (T, problem) {
	t.Helper()
	var out T
	found, err := (&server{}).run(req, nil)
	if err != nil {
		return out, flatten(err, nil)[0]
	}
	text, _ := json.Marshal(found)
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out, problem{}
}

const v1Rego = "package visor.check.execute\nallowed if input.x"
const v0Rego = "package visor.old\nallowed { input.x }"

func TestAFolderIsReadAsOPAReadsIt(t *testing.T) {
	for name, c := range map[string]struct {
		files   map[string]string
		modules []string // path and version
		data    string
		code    string
	}{
		"v1 without a manifest": {files: map[string]string{"p/a.rego": v1Rego}, modules: []string{"/p/a.rego v1"}},
		"v0 without a manifest": {files: map[string]string{"a.rego": v0Rego}, modules: []string{"/a.rego v0"}},
		"v0 by the manifest":    {files: map[string]string{"a.rego": v0Rego, ".manifest": `{"rego_version":0}`}, modules: []string{"/a.rego v0"}},
		"v1 by the manifest":    {files: map[string]string{"a.rego": v0Rego, ".manifest": `{"rego_version":1}`}, code: "rego_parse_error"},
		"both by the manifest": {
			files:   map[string]string{"a.rego": v0Rego, "b/c.rego": v1Rego, ".manifest": `{"rego_version":1,"file_rego_versions":{"/a.rego":0}}`},
			modules: []string{"/a.rego v0", "/b/c.rego v1"},
		},
		"by a pattern of the manifest": {
			files:   map[string]string{"old/a.rego": v0Rego, "c.rego": v1Rego, ".manifest": `{"file_rego_versions":{"/old/*":0}}`},
			modules: []string{"/c.rego v1", "/old/a.rego v0"},
		},
		"v2": {files: map[string]string{"a.rego": v1Rego, ".manifest": `{"rego_version":2}`}, modules: []string{"/a.rego v2"}},
		"v3": {files: map[string]string{"a.rego": v1Rego, ".manifest": `{"rego_version":3}`}, code: "ERR_BUNDLE_UNREADABLE"},
		"data of all kinds": {
			files: map[string]string{
				"a.rego": v1Rego, "data.json": `{"big":12345678901234567890.10,"l":1}`, "x/data.yaml": "y: [1, two]", "x/z/data.yml": "a: b", "x/other.json": `{"no":1}`,
			},
			modules: []string{"/a.rego v1"},
			data:    `{"big":12345678901234567890.10,"l":1,"x":{"y":[1,"two"],"z":{"a":"b"}}}`,
		},
		"the same data twice":   {files: map[string]string{"data.json": `{"x":{"y":1}}`, "x/data.json": `{"y":2}`}, code: "ERR_BUNDLE_UNREADABLE"},
		"data that is no JSON":  {files: map[string]string{"data.json": `{`}, code: "ERR_BUNDLE_UNREADABLE"},
		"tests are policy":      {files: map[string]string{"a.rego": v1Rego, "a_test.rego": "package a_test"}, modules: []string{"/a.rego v1", "/a_test.rego v1"}},
		"outside of its roots":  {files: map[string]string{"a.rego": v1Rego, ".manifest": `{"roots":["other"]}`}, code: "ERR_BUNDLE_ROOTS"},
		"data outside of them":  {files: map[string]string{"data.json": `{"x":1}`, ".manifest": `{"roots":["visor"]}`}, code: "ERR_BUNDLE_ROOTS"},
		"roots in roots":        {files: map[string]string{".manifest": `{"roots":["a","a/b"]}`}, code: "ERR_BUNDLE_ROOTS"},
		"a manifest of nothing": {files: map[string]string{".manifest": `[`}, code: "ERR_BUNDLE_UNREADABLE"},
		"a delta":               {files: map[string]string{"patch.json": `{"data":[{"op":"upsert","path":"/a","value":1}]}`}, code: "ERR_BUNDLE_DELTA"},
		"signed, and no key":    {files: map[string]string{"a.rego": v1Rego, ".signatures.json": `{}`}, code: "ERR_BUNDLE_UNVERIFIED"},
		"signed deep inside":    {files: map[string]string{"a.rego": v1Rego, "x/.signatures.json": ``}, code: "ERR_BUNDLE_UNVERIFIED"},
	} {
		got, wrong := run[openedBundle](t, &request{Op: "bundle", Files: folder(c.files)})
		if wrong.Code != c.code {
			t.Errorf("%s: %q, %s", name, wrong.Code, wrong.Message)
			continue
		}
		var modules []string
		for _, m := range got.Modules {
			modules = append(modules, m.Path+" "+m.Version)
		}
		if !slices.Equal(modules, c.modules) || got.DataText != c.data {
			t.Errorf("%s: %v %s", name, modules, got.DataText)
		}
	}
}

func TestAParseErrorHasAPlaceAndAHint(t *testing.T) {
	_, got := run[openedBundle](t, &request{Op: "bundle", Files: folder(map[string]string{"a.rego": v0Rego, ".manifest": `{"rego_version":1}`})})
	if got.File != "/a.rego" || got.Row != 2 || !strings.Contains(got.Hint, "v0") {
		t.Errorf("%+v", got)
	}
}

func build(t *testing.T, req request) builtBundle {
	t.Helper()
	req.Op = "bundle-build"
	if req.Target == "" {
		req.Target = "rego"
	}
	if req.Modules == nil {
		req.Modules = []module{{Path: "p/a.rego", Text: v1Rego}}
	}
	got, wrong := run[builtBundle](t, &req)
	if wrong.Code != "" {
		t.Fatalf("%+v", wrong)
	}
	return got
}

func TestBundlesThatAreBuilt(t *testing.T) {
	modules := []module{{Path: "b/x [1].rego", Text: v0Rego}, {Path: "a.rego", Text: v1Rego + "\n\n# a comment\ny := sprintf(\"%d\", [1])"}}
	req := request{Modules: modules, Data: json.RawMessage(`{"n":12345678901234567890}`), Target: "wasm", Revision: "r1", Defaults: []string{"visor/check/execute", "visor/tool/invoke"}}
	first, second := build(t, req), build(t, req)
	if first.Bundle != second.Bundle {
		t.Error("the same input gave other bytes")
	}
	if !slices.Equal(first.Entrypoints, []string{"visor/check/execute"}) || !slices.Equal(first.HostBuiltins, []string{"sprintf"}) {
		t.Errorf("%+v", first.Entrypoints)
	}
	got, wrong := run[openedBundle](t, &request{Op: "bundle", Tar: first.Bundle})
	if wrong.Code != "" || got.Revision != "r1" || got.DataText != `{"n":12345678901234567890}` || len(got.Wasm) != 1 || len(got.CompiledOnly) != 0 {
		t.Errorf("%+v %+v", wrong, got)
	}
	if len(got.Modules) != 2 || got.Modules[0].Version != "v1" || got.Modules[1].Version != "v0" || got.Modules[0].Text != modules[1].Text {
		t.Errorf("%+v", got.Modules)
	}
	raw, _ := base64.StdEncoding.DecodeString(got.Wasm[0].Base64)
	if !bytes.HasPrefix(raw, []byte("\x00asm")) {
		t.Error("no WebAssembly")
	}
}

func TestBundlesThatAreNotBuilt(t *testing.T) {
	for name, c := range map[string]struct {
		req  request
		code string
	}{
		"an entrypoint that is not there": {request{Entrypoints: []string{"visor/none"}}, "ERR_ENTRYPOINT_MISSING"},
		"none at all":                     {request{Defaults: []string{"visor/none"}, Target: "wasm"}, "ERR_ENTRYPOINT_MISSING"},
		"no name":                         {request{Entrypoints: []string{"visor//x"}}, "ERR_ENTRYPOINT_NAME"},
		"a function":                      {request{Entrypoints: []string{"visor/f"}, Modules: []module{{Path: "a.rego", Text: "package visor\nf(x) := x"}}}, "ERR_ENTRYPOINT_FUNCTION"},
		"Rego that does not compile":      {request{Modules: []module{{Path: "a.rego", Text: "package a\nx := y"}}}, "rego_unsafe_var_error"},
		"the network":                     {request{Modules: []module{{Path: "a.rego", Text: "package a\nx := http.send({})"}}}, "rego_type_error"},
		"data outside of the roots":       {request{Roots: []string{"visor"}, Data: json.RawMessage(`{"x":1}`)}, "ERR_BUNDLE_ROOTS"},
		"another target":                  {request{Target: "plan"}, "ERR_OPA"},
		"a key that is none":              {request{Sign: &bundleKey{"x", "k", "RS256", ""}}, "ERR_BUNDLE_KEY"},
	} {
		c.req.Op = "bundle-build"
		if c.req.Target == "" {
			c.req.Target = "rego"
		}
		if c.req.Modules == nil {
			c.req.Modules = []module{{Path: "p/a.rego", Text: v1Rego}}
		}
		if _, wrong := run[builtBundle](t, &c.req); wrong.Code != c.code {
			t.Errorf("%s: %+v", name, wrong)
		}
	}
}
