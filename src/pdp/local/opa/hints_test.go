package main

import (
	"strings"
	"testing"
)

func TestHints(t *testing.T) {
	for _, c := range []struct {
		name, text, code, hint string
		row                    int
	}{
		{"a wildcard under not, v1", "package a\nallowed if {\n\tnot input.actor.roles[_] == \"admin\"\n}", "rego_unsafe_var_error", `is_admin if { "admin" in input.actor.roles }, and write: not is_admin`, 3},
		{"a wildcard under not, v0", "package a\nallowed = false {\n\tnot input.actor.roles[_] == \"admin\"\n}", "rego_unsafe_var_error", `is_admin { input.actor.roles[_] == "admin" }`, 3},
		{"a variable under not", "package a\nallowed if { some i; not input.r[i] == \"x\" }", "rego_unsafe_var_error", "in a rule of its own", 2},
		{"another operator under not", "package a\nallowed if { not input.r[_] != \"x\" }", "rego_unsafe_var_error", "not has_match", 2},
		{"a helper that is nowhere", "package a\nallowed {\n\tnot denied\n\tinput.x\n}", "rego_unsafe_var_error", `no rule of package a is named "denied": define it (denied { … })`, 3},
		{"a name that is nowhere", "package a\nallowed if { x := 1; roles[x] == 1 }", "rego_unsafe_var_error", "input.roles or data.roles", 2},
		{"two defaults", "package a\ndefault allowed := false\ndefault allowed := true", "rego_type_error", "may have one default", 3},
		{"the network", "package a\nallowed if http.send({}).x", "rego_type_error", "may not reach the network", 2},
		{"the resolver", "package a\nallowed if net.lookup_ip_addr(\"x\")", "rego_type_error", "policy.data", 2},
		{"the host", "package a\nallowed { opa.runtime().env.X }", "rego_type_error", "environment", 2},
		{"a function that is nowhere", "package a\nallowed if foo(1)", "rego_type_error", "misspelt", 2},
		{"recursion", "package a\nallowed if not denied\ndenied if not allowed", "rego_recursion_error", "third rule", 2},
		{"a set and a value", "package a\ndeny contains 1\ndeny := true", "rego_type_error", "one kind", 2},
		{"v1 and v0 in one file", "package a\nallowed {\n\tinput.x\n}\ndeny contains 1 if input.x", "rego_parse_error", "mixes Rego v1 and v0", 2},
		{"v0 and v1 in one file", "package a\nallowed if input.x\ndeny[x] { x := 1 }", "rego_parse_error", "import future.keywords", 3},
		{"no package", "allowed := true", "rego_parse_error", "must name the package", 1},
		{"nothing", "# only words\n", "rego_parse_error", "nothing but comments", 0},
		{"an open brace", "package a\nallowed if {\n\tinput.x", "rego_parse_error", "closing brace", 3},
		{"and as in other languages", "package a\nallowed if { input.x && input.y }", "rego_parse_error", "no &&", 2},
		{"a deprecated builtin in v1", "package a\nimport rego.v1\nx := any([true])", "rego_type_error", "dropped", 3},
	} {
		got := newClient(t).prepare([]string{"a"}, c.text)
		if got.OK || len(got.Errors) == 0 {
			t.Errorf("%s: accepted", c.name)
			continue
		}
		p := got.Errors[0]
		if p.Code != c.code || !strings.Contains(p.Hint, c.hint) || p.File != "" && p.Row != c.row {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
}

func TestEveryFileWithAMistakeIsNamed(t *testing.T) {
	got := newClient(t).prepare(nil, "package a\nx :=", "package b\nx := 1", "package c\ny = = 1")
	if len(got.Errors) != 2 || got.Errors[0].File != "a.rego" || got.Errors[1].File != "c.rego" {
		t.Errorf("got %+v", []problem(got.Errors))
	}
}
