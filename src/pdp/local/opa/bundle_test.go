package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/util"
)

func pemOf(t *testing.T, private, public any) (string, string) {
	t.Helper()
	a, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	b, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: a})), string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: b}))
}

func newRSA(t *testing.T) (string, string) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return pemOf(t, key, &key.PublicKey)
}

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
		"tests are not policy":  {files: map[string]string{"a.rego": v1Rego, "a_test.rego": "package a_test"}, modules: []string{"/a.rego v1"}},
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

type signing struct{ private, public, algorithm string }

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

func TestEveryAlgorithmSignsAndVerifies(t *testing.T) {
	rsaPrivate, rsaPublic := newRSA(t)
	_, strangerPublic := newRSA(t)
	all := []signing{{"a secret", "a secret", "HS256"}, {"a secret\n", "a secret\n", "HS384"}, {"a secret", "a secret", "HS512"}}
	for _, algorithm := range []string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"} {
		all = append(all, signing{rsaPrivate, rsaPublic, algorithm})
	}
	for algorithm, curve := range map[string]elliptic.Curve{"ES256": elliptic.P256(), "ES384": elliptic.P384(), "ES512": elliptic.P521()} {
		key, _ := ecdsa.GenerateKey(curve, rand.Reader)
		private, public := pemOf(t, key, &key.PublicKey)
		all = append(all, signing{private, public, algorithm})
	}
	edPublic, edPrivate, _ := ed25519.GenerateKey(rand.Reader)
	private, public := pemOf(t, edPrivate, edPublic)
	all = append(all, signing{private, public, "EdDSA"})
	for _, s := range all {
		b := build(t, request{Data: json.RawMessage(`{"b":[1,{"z":1,"a":9007199254740993}]}`), Sign: &bundleKey{s.private, "k", s.algorithm, "write"}})
		got, wrong := run[openedBundle](t, &request{Op: "bundle", Tar: b.Bundle, Verify: &bundleKey{s.public, "other name", s.algorithm, "write"}})
		if wrong.Code != "" || len(got.Modules) != 1 {
			t.Errorf("%s: %+v", s.algorithm, wrong)
		}
		for other, key := range map[string]*bundleKey{
			"another scope": {s.public, "k", s.algorithm, ""},
			"another key":   {strangerPublic, "k", "RS256", "write"},
		} {
			if _, wrong := run[openedBundle](t, &request{Op: "bundle", Tar: b.Bundle, Verify: key}); wrong.Code != "ERR_BUNDLE_SIGNATURE" {
				t.Errorf("%s with %s: %+v", s.algorithm, other, wrong)
			}
		}
	}
}

func TestKeysThatProtectNothing(t *testing.T) {
	private, public := newRSA(t)
	for name, key := range map[string]*bundleKey{
		"a public key as a secret":  {public, "k", "HS256", ""},
		"a private key in the open": {private, "k", "RS256", ""},
		"no key":                    {"", "k", "RS256", ""},
		"no secret":                 {" \n", "k", "HS256", ""},
		"no algorithm":              {public, "k", "none", ""},
		"a secret as a key":         {"secret", "k", "RS256", ""},
	} {
		b := build(t, request{Sign: &bundleKey{private, "k", "RS256", ""}})
		if _, wrong := run[openedBundle](t, &request{Op: "bundle", Tar: b.Bundle, Verify: key}); wrong.Code != "ERR_BUNDLE_KEY" {
			t.Errorf("%s: %+v", name, wrong)
		}
	}
}

// repack lets a signed bundle be changed after it was signed.
func repack(t *testing.T, packed string, change func(map[string]string)) []packedFile {
	t.Helper()
	files, err := unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range files {
		all[strings.TrimPrefix(f.path, "/")] = string(f.bytes)
	}
	change(all)
	return folder(all)
}

func TestWhatIsNotWhatWasSigned(t *testing.T) {
	private, public := newRSA(t)
	key := &bundleKey{public, "k", "RS256", ""}
	b := build(t, request{Target: "wasm", Defaults: []string{"visor/check/execute"}, Data: json.RawMessage(`{"a":{"b":1},"c":2}`), Revision: "7", Sign: &bundleKey{private, "k", "RS256", ""}})
	forge := func(alg string, secret string) func(map[string]string) {
		return func(f map[string]string) {
			f["p/a.rego"] = "package visor.check.execute\nallowed := true"
			hash, _ := bundle.NewSignatureHasher(bundle.SHA256)
			var infos []bundle.FileInfo
			for name, text := range f {
				if name == ".signatures.json" {
					continue
				}
				var value any = []byte(text)
				if bundle.IsStructuredDoc(name) {
					util.MustUnmarshalJSON([]byte(text))
					value = util.MustUnmarshalJSON([]byte(text))
				}
				sum, _ := hash.HashFile(value)
				infos = append(infos, bundle.NewFile(name, hex.EncodeToString(sum), "SHA-256"))
			}
			signer := bundleSigner{&bundleKey{secret, "k", "HS256", ""}}
			token := ""
			if alg == "HS256" {
				token, _ = signer.GenerateSignedToken(infos, nil, "k")
			} else {
				payload, _ := json.Marshal(map[string]any{"files": infos, "keyid": "k"})
				raw := base64.RawURLEncoding
				token = raw.EncodeToString([]byte(`{"alg":"none","kid":"k"}`)) + "." + raw.EncodeToString(payload) + "."
			}
			text, _ := json.Marshal(map[string]any{"signatures": []string{token}})
			f[".signatures.json"] = string(text)
		}
	}
	for name, c := range map[string]struct {
		change func(map[string]string)
		code   string
	}{
		"nothing changed":            {func(map[string]string) {}, ""},
		"data in another order":      {func(f map[string]string) { f["data.json"] = "{ \"c\": 2,\n\"a\": {\"b\": 1} }" }, ""},
		"data changed":               {func(f map[string]string) { f["data.json"] = `{"a":{"b":2},"c":2}` }, "ERR_BUNDLE_SIGNATURE"},
		"a rule changed":             {func(f map[string]string) { f["p/a.rego"] += "\n" }, "ERR_BUNDLE_SIGNATURE"},
		"a rule that does not parse": {func(f map[string]string) { f["p/a.rego"] = "x" }, "ERR_BUNDLE_SIGNATURE"},
		"a rule more":                {func(f map[string]string) { f["p/b.rego"] = "package b" }, "ERR_BUNDLE_SIGNATURE"},
		"a test more":                {func(f map[string]string) { f["p/b_test.rego"] = "package b" }, "ERR_BUNDLE_SIGNATURE"},
		"data more":                  {func(f map[string]string) { f["x/data.yaml"] = "a: 1" }, "ERR_BUNDLE_SIGNATURE"},
		"any file more":              {func(f map[string]string) { f["README.md"] = "" }, "ERR_BUNDLE_SIGNATURE"},
		"an empty patch more":        {func(f map[string]string) { f["patch.json"] = "{}" }, "ERR_BUNDLE_SIGNATURE"},
		"a patch":                    {func(f map[string]string) { f["patch.json"] = `{"data":[{"op":"upsert","path":"/a","value":1}]}` }, "ERR_BUNDLE_SIGNATURE"},
		"a rule less":                {func(f map[string]string) { delete(f, "p/a.rego") }, "ERR_BUNDLE_SIGNATURE"},
		"no manifest":                {func(f map[string]string) { delete(f, ".manifest") }, "ERR_BUNDLE_SIGNATURE"},
		"another revision":           {func(f map[string]string) { f[".manifest"] = `{"revision":"8","roots":[""],"rego_version":1}` }, "ERR_BUNDLE_SIGNATURE"},
		"another wasm":               {func(f map[string]string) { f["policy.wasm"] += "x" }, "ERR_BUNDLE_SIGNATURE"},
		"no signature":               {func(f map[string]string) { delete(f, ".signatures.json") }, "ERR_BUNDLE_UNSIGNED"},
		"no signature in the file":   {func(f map[string]string) { f[".signatures.json"] = `{"signatures":[]}` }, "ERR_BUNDLE_SIGNATURE"},
		"nothing in the file":        {func(f map[string]string) { f[".signatures.json"] = `{}` }, "ERR_BUNDLE_SIGNATURE"},
		"no JSON in the file":        {func(f map[string]string) { f[".signatures.json"] = `x` }, "ERR_BUNDLE_SIGNATURE"},
		"a plugin of another":        {func(f map[string]string) { f[".signatures.json"] = `{"signatures":["x"],"plugin":"mine"}` }, "ERR_BUNDLE_SIGNATURE"},
		"two files of signatures":    {func(f map[string]string) { f["x/.signatures.json"] = f[".signatures.json"] }, "ERR_BUNDLE_SIGNATURE"},
		"HS256 with the public key":  {forge("HS256", public), "ERR_BUNDLE_SIGNATURE"},
		"alg none":                   {forge("none", ""), "ERR_BUNDLE_SIGNATURE"},
	} {
		_, wrong := run[openedBundle](t, &request{Op: "bundle", Files: repack(t, b.Bundle, c.change), Verify: key})
		if wrong.Code != c.code {
			t.Errorf("%s: %+v", name, wrong)
		}
	}
}

func TestASignatureHasItsTime(t *testing.T) {
	now := time.Unix(1000, 0)
	for payload, ok := range map[string]bool{`{}`: true, `{"exp":1001}`: true, `{"exp":1000}`: false, `{"nbf":1000}`: true, `{"nbf":1000.5}`: false, `{"exp":"soon"}`: false, `x`: false} {
		err := checkTime([]string{"a." + base64.RawURLEncoding.EncodeToString([]byte(payload)) + ".b"}, now)
		if (err == nil) != ok {
			t.Errorf("%s: %v", payload, err)
		}
	}
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
