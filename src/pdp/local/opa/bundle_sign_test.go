package main

import (
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

type signing struct{ private, public, algorithm string }

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

func TestASignatureMayNameTheFolder(t *testing.T) {
	private, public := newRSA(t)
	key := &bundleKey{public, "k", "RS256", ""}
	hash, _ := bundle.NewSignatureHasher(bundle.SHA256)
	sum, _ := hash.HashFile([]byte(v1Rego))
	token, err := bundleSigner{&bundleKey{private, "k", "RS256", ""}}.GenerateSignedToken([]bundle.FileInfo{bundle.NewFile("p/q/a.rego", hex.EncodeToString(sum), "SHA-256")}, nil, "k")
	if err != nil {
		t.Fatal(err)
	}
	signatures, _ := json.Marshal(map[string]any{"signatures": []string{token}})
	files := map[string]string{"a.rego": v1Rego, ".signatures.json": string(signatures)}
	for base, code := range map[string]string{"p/q": "", "q": "ERR_BUNDLE_SIGNATURE", "": "ERR_BUNDLE_SIGNATURE"} {
		got, wrong := run[openedBundle](t, &request{Op: "bundle", Files: folder(files), Base: base, Verify: key})
		if wrong.Code != code || code == "" && (len(got.Modules) != 1 || got.Modules[0].Path != "/a.rego") {
			t.Errorf("%q: %+v %+v", base, wrong, got.Modules)
		}
	}
	files["a.rego"] += "\n"
	if _, wrong := run[openedBundle](t, &request{Op: "bundle", Files: folder(files), Base: "p/q", Verify: key}); !strings.Contains(wrong.Message, "digest mismatch") {
		t.Errorf("%+v", wrong)
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
