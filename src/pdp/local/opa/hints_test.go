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
		{"and as a word, without braces", "package a\nx if input.a and input.b", "rego_parse_error", "each on a line of its own or separated by", 2},
		{"and as a word, in braces", "package a\nx if { input.a and input.b }", "rego_parse_error", "not joined by the word \"and\"", 2},
		{"and as a word, in v0", "package a\nx { input.a }\ny {\n\tinput.a\n\tand input.b\n}", "rego_parse_error", "not joined by the word \"and\"", 5},
		{"and at the end of a line", "package a\nx if {\n\tinput.a and\n\tinput.b\n}", "rego_parse_error", "not joined by the word \"and\"", 3},
		{"or as a word", "package a\nx if input.a or input.b", "rego_parse_error", "two rules of the same name", 2},
		{"and in a comment", "package a\nx if input.a # and\nfoo # this and that", "rego_parse_error", "", 3},
		{"a default without :=", "package a\ndefault allowed false", "rego_parse_error", "default allowed := false", 2},
		{"a default of another value", "package a\ndefault reason \"none\" # at first\nx if input.a", "rego_parse_error", "default reason := \"none\"", 2},
		{"a default with ==", "package a\ndefault allowed == false", "rego_parse_error", "default allowed := false", 2},
		{"a default without := in v0", "package a\nx { input.a }\ndefault allowed false", "rego_parse_error", "default allowed := false", 3},
		{"no if in what says it is v1", "package a\nimport rego.v1\nx { input.a }", "rego_parse_error", "says it is Rego v1 (import rego.v1): write \"if\"", 3},
		{"a new keyword as a name", "package a\nevery := 1\nx if input.a", "rego_parse_error", "is this a keyword of Rego v1", 2},
		{"a new keyword as a name in what says it is v1", "package a\nimport rego.v1\nevery := 1", "rego_parse_error", "give the rule another name", 3},
		{"an old keyword as a name", "package a\nnot := 1", "rego_parse_error", "\"not\" is a keyword of Rego; give", 2},
		{"a wildcard without a list", "package a\nx if _ == 1", "rego_unsafe_var_error", "this `_` never gets a value", 2},
		{"a wildcard without a list under not", "package a\nx if not _ == 1", "rego_unsafe_var_error", "this `_` never gets a value", 2},
		{"a wildcard in a call", "package a\nx if startswith(_, \"a\")", "rego_unsafe_var_error", "this `_` never gets a value", 2},
		{"a semicolon at the end of the file", "package a\nx := 1;\n", "rego_parse_error", "drop it", 3},
		{"a semicolon between rules", "package a\nx := 1;\ny := 2", "rego_parse_error", "drop it", 2},
		{"a semicolon before a brace", "package a\nx if { input.a; }", "rego_parse_error", "drop it", 2},
		{"an open brace behind a semicolon", "package a\nx if {\n\tinput.a;", "rego_parse_error", "closing brace", 3},
		{"conditions without braces", "package a\nx if\n\tinput.a\n\tinput.b", "rego_parse_error", "outside the braces", 4},
		{"conditions without braces, not", "package a\nx if\n\tinput.a\n\tnot input.b", "rego_parse_error", "outside the braces", 4},
		{"a deprecated builtin in v1", "package a\nimport rego.v1\nx := any([true])", "rego_type_error", "dropped", 3},
	} {
		got := newClient(t).prepare([]string{"a"}, c.text)
		if got.OK || len(got.Errors) == 0 {
			t.Errorf("%s: accepted", c.name)
			continue
		}
		p := got.Errors[0]
		if p.Code != c.code || (c.hint == "") != (p.Hint == "") || !strings.Contains(p.Hint, c.hint) || p.File != "" && p.Row != c.row {
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

func TestNoOtherHintFollowsAWordTooMany(t *testing.T) {
	for _, text := range []string{
		"package a\nx if input.a and input.b",
		"package a\ndefault allowed is false",
		"package a\nx { input.a }\ndefault allowed false",
	} {
		if got := newClient(t).prepare(nil, text); len(got.Errors) != 1 {
			t.Errorf("%s: %+v", text, []problem(got.Errors))
		}
	}
}

func TestAnObjectWithTwoValuesForOneKey(t *testing.T) {
	for text, hint := range map[string]string{
		"package a\nx := {k: v | some v in [1, 2]; k := \"a\"}": "this {key: value | …}",
		"package a\nx.a := 1\nx[k] := 2 if k := \"a\"":          "two rules give one key",
	} {
		c := newClient(t)
		if got := c.prepare([]string{"a/x"}, text); !got.OK {
			t.Fatalf("%s: %+v", text, got)
		}
		if got := c.eval("a/x", "{}")[0].Error; got == nil || !strings.Contains(got.Hint, hint) {
			t.Errorf("%s: %+v", text, got)
		}
	}
}
