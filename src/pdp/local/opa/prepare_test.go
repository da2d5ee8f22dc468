package main

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestDialectsFileByFile(t *testing.T) {
	got := newClient(t).prepare([]string{"a"},
		"package a\nallowed if data.b.ok",
		"package b\nok { input.x == 1 }",
		"package c\nimport data.x\nimport data.x\np { x }",
		"package d\nr := any([true])",
		"package e\nimport rego.v1\np if true",
		"package f\nimport future.keywords.if\np if { true }\nq { true }",
		"package g\nx := 1",
	)
	want := map[string]string{"a.rego": "v1", "b.rego": "v0", "c.rego": "v0", "d.rego": "v0", "e.rego": "v1", "f.rego": "v0", "g.rego": "v1"}
	if !got.OK || !reflect.DeepEqual(got.prepared.RegoVersions, want) && !reflect.DeepEqual(got.RegoVersions, want) {
		t.Errorf("got %+v", got)
	}
}

func TestSurfaces(t *testing.T) {
	at := "visor/check/execute"
	for _, c := range []struct {
		name, text, path string
		want             surface
	}{
		{"allowed", "package visor.check.execute\ndefault allowed := false", at, surface{"package", true, []string{}}},
		{"allow", "package visor.check.execute\nallow if input.x", at, surface{"package", true, []string{}}},
		{"a rule of another package", "package visor.check\nexecute.allowed if input.x", at, surface{"package", true, []string{}}},
		{"a dynamic head above", "package visor\ncheck[x].allowed := true if x := \"execute\"", at, surface{"rule", true, []string{}}},
		{"a whole value above", "package visor\ncheck := {\"execute\": {\"allowed\": true}}", at, surface{"rule", true, []string{}}},
		{"only a set", "package visor.check.execute\ndeny contains \"x\" if input.x", at, surface{"package", false, []string{"deny"}}},
		{"a set in v0", "package visor.check.execute\ndeny[x] { x := input.x }", at, surface{"package", false, []string{"deny"}}},
		{"all three", "package visor.check.execute\nviolations := [1] if input.x\nviolation[k] := 1 if k := input.k\ndeny := {\"a\"}", at, surface{"package", false, []string{"deny", "violation", "violations"}}},
		{"an object by parts", "package visor.check.execute\ndeny.a := 1", at, surface{"package", false, []string{"deny"}}},
		{"a scalar deny is no set", "package visor.check.execute\ndeny if input.x", at, surface{"package", false, []string{}}},
		{"a deny of unknown type is no set", "package visor.check.execute\ndeny := input.x", at, surface{"package", false, []string{}}},
		{"a function is no rule", "package visor.check.execute\nallowed(x) := x", at, surface{"package", true, []string{}}},
		{"a rule", "package visor.check.execute\nallowed := true", at + "/allowed", surface{"rule", false, []string{}}},
		{"a partial object may hold anything", "package visor.check\nexecute[k] := v if some k, v in input", at, surface{"rule", true, []string{}}},
		{"a function", "package visor.check.execute\nf(x) := x", at + "/f", surface{"function", false, []string{}}},
		{"below a scalar", "package visor.check.execute\nallowed := true", at + "/allowed/deeper", surface{"missing", false, []string{}}},
		{"not there", "package visor.check.execute\nx := 1", "visor/tool/invoke", surface{"missing", false, []string{}}},
		{"constructor", "package visor.check.execute\nx := 1", "constructor", surface{"missing", false, []string{}}},
		{"__proto__", "package visor.check.execute\nx := 1", "__proto__/x", surface{"missing", false, []string{}}},
		{"dots", "package visor.check.execute\nx := 1", "visor/../../x", surface{"missing", false, []string{}}},
		{"empty", "package visor.check.execute\nx := 1", "", surface{"missing", false, []string{}}},
	} {
		got := newClient(t).prepare([]string{c.path}, c.text)
		if !got.OK || !reflect.DeepEqual(got.Entrypoints[c.path], c.want) {
			t.Errorf("%s: %+v %+v", c.name, got.Entrypoints, got.Errors)
		}
	}
}

func TestPolicyKeysThatAreRead(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       policyKeys
	}{
		{"neither", `input.actor.roles[_] == "a"`, policyKeys{}},
		{"require", `input.check.policy.require == "a"`, policyKeys{Require: true}},
		{"deny, by string", `input["check"]["policy"]["deny"][_] == "a"`, policyKeys{Deny: true}},
		{"another key", `input.check.policy.rule == "a"`, policyKeys{}},
		{"the whole policy", `p := input.check.policy; p.deny == []`, policyKeys{true, true}},
		{"a dynamic key", `some k; input.check.policy[k] == "a"`, policyKeys{true, true}},
		{"the whole check", `count(input.check) == 1`, policyKeys{true, true}},
		{"a dynamic key above", `some k; input[k].policy.deny == "a"`, policyKeys{Deny: true}},
		{"a dynamic key that leads elsewhere", `some k; input[k].id == "a"`, policyKeys{}},
		{"the whole input", `f(input)`, policyKeys{true, true}},
		{"another input is set, not read", `data.b.p with input as {"a": 1}`, policyKeys{}},
	} {
		got := newClient(t).prepare(nil, "package a\nf(x) := true\nallowed if { "+c.body+" }", "package b\np := 1")
		if !got.OK || got.Reads != c.want {
			t.Errorf("%s: %+v %+v", c.name, got.Reads, got.Errors)
		}
	}
	imported := newClient(t).prepare(nil, "package a\nimport input.check.policy as p\nallowed if p.require == 1")
	if imported.Reads != (policyKeys{Require: true}) {
		t.Errorf("an import: %+v", imported.Reads)
	}
}

func TestBuiltinsOfTheHost(t *testing.T) {
	got := newClient(t).prepare(nil, `package a
p if { semver.compare(input.a, "1.0.0") == 1; count([x | x := input.r[_]; startswith(x, "a")]) == 1 }
q := sprintf("%d", [1]) if "a" in input.r
r := $"{input.x}"`)
	if want := []string{"semver.compare", "sprintf"}; !got.OK || !slices.Equal(got.HostBuiltins, want) {
		t.Errorf("host: %v %+v", got.HostBuiltins, got.Errors)
	}
	for _, name := range []string{"count", "startswith", "internal.member_2", "semver.compare"} {
		if !slices.Contains(got.Builtins, name) {
			t.Errorf("%s is missing in %v", name, got.Builtins)
		}
	}
}

func TestDataThatIsNoObject(t *testing.T) {
	for _, data := range []any{[]int{1}, "x", 1} {
		got := newClient(t).ask(map[string]any{"op": "prepare", "modules": modules("package a\nx := 1"), "data": data})
		if got.OK || got.Errors[0].Code != "ERR_POLICY_DATA" {
			t.Errorf("%v: %+v", data, got)
		}
	}
}

func TestDataInTheWayOfAPackage(t *testing.T) {
	got := newClient(t).ask(map[string]any{"op": "prepare", "modules": modules("package a.b\nx := 1"), "data": map[string]any{"a": map[string]any{"b": map[string]any{"x": 2}}}})
	if got.OK || !strings.Contains(got.Errors[0].Message, "conflict") {
		t.Errorf("got %+v", got)
	}
}

func TestAFileGivenTwice(t *testing.T) {
	got := newClient(t).ask(map[string]any{"op": "prepare", "modules": []module{{Path: "a.rego", Text: "package a"}, {Path: "a.rego", Text: "package b"}}})
	if got.OK {
		t.Error("it was taken")
	}
}
