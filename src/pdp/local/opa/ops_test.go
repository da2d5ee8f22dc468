package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

func TestBuildLeavesOutWhatCannotBeAsked(t *testing.T) {
	c := newClient(t)
	c.prepare([]string{"visor/a", "visor/a/f", "visor/none", "__proto__", "visor/b/x"},
		"package visor.a\nallowed if input.x\nf(x) := x\ny := semver.compare(input.v, \"1.0.0\") if data.list[_] == 1",
		"package visor.b\nx { input.x }")
	got := c.ask(map[string]any{"op": "build"})
	if !got.OK || !slices.Equal(got.Built, []string{"visor/a", "visor/b/x"}) || !bytes.HasPrefix(got.Wasm, []byte("\x00asm")) {
		t.Errorf("%v %v %+v", got.Built, len(got.Wasm), got.Errors)
	}
	if !slices.Equal(got.HostBuiltins, []string{"semver.compare"}) {
		t.Errorf("host: %v", got.HostBuiltins)
	}
	// A build must leave the session as it was.
	if a := c.eval("visor/b/x", `{"x":1}`)[0]; string(a.Result) != "true" {
		t.Errorf("after the build: %+v", a)
	}
}

func TestBuildOfNothing(t *testing.T) {
	c := newClient(t)
	c.prepare([]string{"visor/none"}, "package a\nx := 1")
	if got := c.ask(map[string]any{"op": "build"}); !got.OK || len(got.Wasm) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestTests(t *testing.T) {
	got := newClient(t).ask(map[string]any{"op": "test", "coverage": true, "modules": []module{
		{Path: "p.rego", Text: "package p\n\nallowed if input.x == 1\n\nother if input.y\n"},
		{Path: "p_test.rego", Text: "package p_test\ntest_yes if data.p.allowed with input as {\"x\": 1}\ntest_no if { print(\"why\"); data.p.allowed with input as {} }\ntodo_test_later if false\ntest_clash if data.q.x"},
		{Path: "q.rego", Text: "package q\nx { 1 == 1 }\nx = 2 { 1 == 1 }"},
	}})
	if !got.OK {
		t.Fatalf("%+v", got.Errors)
	}
	want := map[string]string{"test_yes": "pass", "test_no": "fail", "todo_test_later": "skip", "test_clash": "eval_conflict_error"}
	for _, r := range got.Results {
		state := map[bool]string{true: "pass"}[r.Pass] + map[bool]string{true: "fail"}[r.Fail] + map[bool]string{true: "skip"}[r.Skip]
		if r.Error != nil {
			state = r.Error.Code
		}
		if state != want[r.Name] || r.File != "p_test.rego" || r.Row == 0 {
			t.Errorf("%+v is %s", r, state)
		}
		if r.Name == "test_no" && strings.TrimSpace(r.Output) != "why" {
			t.Errorf("output %q", r.Output)
		}
		delete(want, r.Name)
	}
	if len(want) > 0 {
		t.Errorf("not run: %v", want)
	}
	cover := got.Coverage.Files["p.rego"]
	if len(cover.Covered) == 0 || len(cover.NotCovered) != 1 || cover.NotCovered[0].Start != 5 {
		t.Errorf("coverage %+v", got.Coverage)
	}
}

func TestTestsByName(t *testing.T) {
	files := modules("package a_test\ntest_one if true\ntest_two if true")
	got := newClient(t).ask(map[string]any{"op": "test", "modules": files, "run": "two$"})
	if len(got.Results) != 1 || got.Results[0].Name != "test_two" {
		t.Errorf("got %+v", got.Results)
	}
	if bad := newClient(t).ask(map[string]any{"op": "test", "modules": files, "run": "("}); bad.OK {
		t.Error("a broken pattern was taken")
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		toV1             bool
	}{
		{"v1", "package a\nx:=1", "package a\n\nx := 1\n", false},
		{"v0 stays v0", "package a\nx{input.y}", "package a\n\nx {\n\tinput.y\n}\n", false},
		{"v0 to v1", "package a\nimport future.keywords.in\ndeny[x]{some x in input.y}", "package a\n\ndeny contains x if some x in input.y\n", true},
	} {
		got := newClient(t).ask(map[string]any{"op": "format", "path": "a.rego", "text": c.text, "toV1": c.toV1})
		if !got.OK || got.Text != c.want {
			t.Errorf("%s: %q %+v", c.name, got.Text, got.Errors)
		}
	}
}

func TestInspect(t *testing.T) {
	got := newClient(t).ask(map[string]any{"op": "inspect", "modules": modules(
		"# METADATA\n# title: The pack\npackage visor.check.execute\n\n# METADATA\n# description: Who may\n# entrypoint: true\nallowed if input.x\n\nf(x) := x\n",
		"package lib\ndefault x = 1")})
	if !got.OK || len(got.Packages) != 2 || got.Packages[1].Path != "visor/check/execute" {
		t.Fatalf("%+v %+v", got.Packages, got.Errors)
	}
	p := got.Packages[1]
	if p.Annotations[0].Title != "The pack" || p.Rules[0].Annotations[0].Description != "Who may" || !p.Rules[1].Function || !got.Packages[0].Rules[0].Default {
		t.Errorf("got %+v", p)
	}
}

func TestCheck(t *testing.T) {
	got := newClient(t).ask(map[string]any{"op": "check", "modules": modules("package a\nx { true }", "package b\nx if true")})
	if !got.OK || got.RegoVersions["a.rego"] != "v0" && got.prepared.RegoVersions["a.rego"] != "v0" {
		t.Errorf("got %+v", got)
	}
	if bad := newClient(t).ask(map[string]any{"op": "check", "modules": modules("package a\nx if y")}); bad.OK {
		t.Error("it was taken")
	}
}

// OPA's own table is internal: read it from the source of the very module that is linked.
func TestNativeBuiltinsAreThoseOfOPA(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/open-policy-agent/opa").Output()
	if err != nil {
		t.Skip("no go command")
	}
	source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "internal/compiler/wasm/wasm.go"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(source), "var builtinsFunctions = map[string]string{")
	table, _, _ = strings.Cut(table, "\n}")
	theirs := regexp.MustCompile(`ast\.(\w+)\.Name`).FindAllStringSubmatch(table, -1)
	own, err := os.ReadFile("nativewasm.go")
	if err != nil {
		t.Fatal(err)
	}
	if len(theirs) != len(nativeWasm) {
		t.Errorf("OPA has %d, this has %d", len(theirs), len(nativeWasm))
	}
	for _, m := range theirs {
		if !strings.Contains(string(own), "ast."+m[1]+".Name") {
			t.Errorf("%s is missing", m[1])
		}
	}
}

func TestRefusedBuiltinsExistAndAreGone(t *testing.T) {
	for name := range refused {
		if ast.BuiltinMap[name] == nil {
			t.Errorf("OPA knows no %s", name)
		}
		if slices.ContainsFunc(capabilities().Builtins, func(b *ast.Builtin) bool { return b.Name == name }) {
			t.Errorf("%s is allowed", name)
		}
	}
}
