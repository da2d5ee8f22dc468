package main

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Policies as other projects write them, and what is no policy at all. "compiles" is what check says of each alone.
var corpus = []struct {
	name     string
	text     string
	compiles bool
}{
	{"empty", "", false},
	{"a mark and nothing else", "\ufeff", false},
	{"white space", " \t\r\n\r\n", false},
	{"comments only", "# nothing here\n# at all\n", false},
	{"package only", "package a", true},
	{"package and imports", "package a\n\nimport data.foo\nimport input.x as y\n", true},
	{"conftest v0", "package main\n\nimport data.kubernetes\n\nname = input.metadata.name\n\ndeny[msg] {\n\tkubernetes.is_deployment\n\tnot input.spec.template.spec.securityContext.runAsNonRoot\n\tmsg = sprintf(\"Containers must not run as root in Deployment %s\", [name])\n}\n\nwarn[msg] { input.kind == \"Service\"; msg = \"w\" }\n", true},
	{"conftest v0 with exceptions", "package main\n\nexception[rules] {\n\tinput.metadata.name = \"can-run-as-root\"\n\trules = [\"run_as_root\"]\n}\n\ndeny_run_as_root[{\"msg\": msg, \"details\": {\"a\": 1}}] { msg := \"x\" }\n", true},
	{"gatekeeper", "package k8srequiredlabels\n\nviolation[{\"msg\": msg, \"details\": {\"missing_labels\": missing}}] {\n  provided := {label | input.review.object.metadata.labels[label]}\n  required := {label | label := input.parameters.labels[_]}\n  missing := required - provided\n  count(missing) > 0\n  msg := sprintf(\"you must provide labels: %v\", [missing])\n}\n", true},
	{"gatekeeper template", "apiVersion: templates.gatekeeper.sh/v1\nkind: ConstraintTemplate\nspec:\n  targets:\n    - rego: |\n        package a\n", false},
	{"v1 in full", "package app.rbac\n\nimport rego.v1\n\ndefault allow := false\n\nallow if user_is_admin\n\nallow if {\n\tsome grant in user_is_granted\n\tinput.action == grant.action\n}\n\nuser_is_admin if \"admin\" in data.user_roles[input.user]\n\nuser_is_granted contains grant if {\n\tsome role in data.user_roles[input.user]\n\tsome grant in data.role_grants[role]\n}\n", true},
	{"future keywords", "package a\n\nimport future.keywords\nimport future.keywords.every\n\nok { every x in input.xs { x > 1 } }\nset contains x if some x in input.ys\n", true},
	{"future keywords one by one", "package a\nimport future.keywords.in\nimport future.keywords.if\nimport future.keywords.contains\nx contains y if some y in input.z\n", true},
	{"rego.v1 without if", "package a\nimport rego.v1\nx { true }\n", false},
	{"metadata", "# METADATA\n# title: A title\n# description: |\n#   some\n#   lines\n# related_resources:\n# - https://example.com\n# organizations: [o]\n# authors:\n# - A <a@example.com>\n# custom:\n#   severity: HIGH\npackage a\n\n# METADATA\n# scope: document\n# entrypoint: true\nx := rego.metadata.chain()\n", true},
	{"metadata that is no YAML", "# METADATA\n# title: [\npackage a\nx := 1\n", false},
	{"metadata without a rule", "package a\n# METADATA\n# title: x\n", false},
	{"a schema that is not there", "# METADATA\n# scope: package\n# schemas:\n#   - input: schema.acl\n#   - data.acl: schema[\"acl-schema\"]\npackage a\nallow if input.x == data.acl.y\n", true},
	{"a schema inline", "# METADATA\n# schemas:\n#   - input: {type: object, properties: {x: {type: number}}}\npackage a\nallow if input.x == 3\n", true},
	{"a schema inline that is not kept to", "package a\n# METADATA\n# schemas:\n#   - input: {type: object, properties: {x: {type: string}}}\nallow if input.x == 3\n", false},
	{"a schema elsewhere", "# METADATA\n# schemas:\n#   - input: {$ref: \"http://127.0.0.1:1/x.json\"}\npackage a\nallow if input.x == 3\n", false},
	{"deprecated builtins", "package a\nx { any([true, input.y]); all([true]) }\ny = z { z := cast_array(input.l) }\nr { re_match(\"^a\", input.s) }\ns = set_diff({1}, {2})\nn = net.cidr_overlap(\"10.0.0.0/8\", \"10.1.1.1\")\n", true},
	{"refused builtins", "package a\nx := http.send({\"method\": \"get\", \"url\": input.u})\ny := opa.runtime().env\n", false},
	{"unknown builtins", "package a\nx := aws.sign_everything(input)\n", false},
	{"a Helm template", "package a\n\nallow { input.user == \"{{ .Values.user }}\" }\n{{- if .Values.x }}\nx = 1\n{{- end }}\n", false},
	{"a Jinja template", "{% set x = 1 %}\npackage {{ package }}\n", false},
	{"hidden in Markdown", "# Policy\n\n```rego\npackage a\n```\n", false},
	{"JSON", `{"package": "a"}`, false},
	{"binary", "\x00\x01\x02\xff\xfe\x7f\x00", false},
	{"what was no UTF-8 before it was JSON", "package a\nx := \"\ufffd\ufffd\"\n", true},
	{"names from everywhere", "package ü\nx := \"日本語 🎉\"\n", false},
	{"text from everywhere", "package a\nx := \"日本語 🎉\" # ü\ny contains \"ß\" if input[\"größe\"] > 1\n", true},
	{"v0 and v1 in one file", "package a\nx { true }\ny if { false }\n", false},
	{"several heads", "package a\nx = 1 { input.a } else = 2 { input.b } else = 3 { true }\ny { input.c } { input.d }\n", true},
	{"dynamic heads", "package a\nx[y].z[w] := v if { some y in input.l; w := y; v := 1 }\na.b.c.d := 1\nq[\"with space\"] := 2\ns[k] contains e if { some k, e in input.m }\n", true},
	{"with", "package a\nx if y with input as {\"z\": 1} with data.foo as 2 with time.now_ns as 3 with f as g\ny if input.z == data.foo\nf(x) := x\ng(x) := x\n", true},
	{"numbers and raw strings", "package a\nx := [1e1000, 123456789012345678901234567890, -0, 0.1e-7, `raw \\n {{x}}`, \"\\u00e9\\\"\"]\n", true},
	{"recursion", "package a\nx if y\ny if x\n", false},
	{"conflicting rules", "package a\nx := 1\nx(y) := 2\n", false},
	{"two defaults", "package a\ndefault x := 1\ndefault x := 2\n", false},
	{"unsafe", "package a\nx if not input.l[_] == y\n", false},
	{"everything as a key", "package a\n__proto__ := 1\nconstructor.prototype := 2\nx := data.a.__proto__\n", true},
	{"tests beside rules", "package a\nimport rego.v1\nx := input.y\ntest_x if { x == 1 with input.y as 1 }\ntest_fails if { x == 2 with input.y as 1 }\ntest_cases[n] if { some n, c in {\"one\": 1, \"two\": 2}; x == 1 with input.y as c }\ntodo_test_later if false\n", true},
	{"a test that clashes", "package a\nx := 1 if true\nx := 2 if true\ntest_x if x == 1\n", true},
	{"strings within strings", "package a\nx := $\"hello {input.name} and {1 + 1}\"\n", true},
	{"no line break at the end, after a comment", "package a\nx := 1 # last", true},
	{"unfinished", "package a\nx if {\n\tinput.y\n", false},
	{"unfinished string", "package a\nx := \"abc\n", false},
	{"deep", "package a\nx := " + strings.Repeat("[", 400) + "1" + strings.Repeat("]", 400) + "\n", true},
	{"a long line", "package a\nx := {" + strings.Repeat("\"abcdefgh\", ", 20000) + "\"z\"}\n", true},
	{"huge", "package a\n" + manyRules(400), true},
	{"a type error", "package a\nx if \"a\" > count({1}) + \"b\"\n", false},
	{"walk, graphs and the like", "package a\nx contains p if { walk(input, [p, v]); v == 1 }\ny := graph.reachable({\"a\": [\"b\"]}, {\"a\"})\nz := [json.patch(input, []), regex.find_n(`a`, \"aaa\", 2), units.parse(\"1K\"), time.clock(0)]\n", true},
}

func manyRules(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "r%d if {\n\tsome x in input.list\n\tx.name == \"n%d\"\n\tnot r%d_\n}\nr%d_ if input.y == %d\n", i, i, i, i, i)
	}
	return b.String()
}

const aMoment = 20 * time.Second

func TestNothingThatPeopleWriteHarmsAnyOperation(t *testing.T) {
	for _, c := range corpus {
		for _, ends := range []string{"\n", "\r\n"} {
			files := []module{{Path: "a.rego", Text: strings.ReplaceAll(c.text, "\n", ends)}}
			if ends == "\r\n" {
				if len(c.text) > 100_000 {
					continue
				}
				files[0].Text = byteOrderMark + files[0].Text
			}
			name := fmt.Sprintf("%s with %q", c.name, ends)
			ask := newClient(t)
			start := time.Now()
			must := func(what string, got answer) answer {
				for _, p := range got.Errors {
					if p.Code == "ERR_OPA_PANIC" || strings.Contains(p.Message, "opa failed") {
						t.Errorf("%s: %s: %s", name, what, p.Message)
					}
				}
				if !got.OK && len(got.Errors) == 0 {
					t.Errorf("%s: %s failed and does not say why", name, what)
				}
				return got
			}
			if got := must("check", ask.ask(map[string]any{"op": "check", "modules": files})); got.OK != c.compiles {
				t.Errorf("%s: check says %v: %+v", name, got.OK, got.Errors)
			}
			if got := must("prepare", ask.ask(map[string]any{"op": "prepare", "modules": files, "entrypoints": []string{"a", "main", "a/x"}, "analyze": true})); got.OK {
				if got.Analysis == nil {
					t.Errorf("%s: no analysis", name)
				}
				ask.eval("a", `{"l": [1], "y": 1, "list": [{"name": "n1"}]}`)
				must("build", ask.ask(map[string]any{"op": "build"}))
				for _, path := range []string{"a", "main", "a/x"} {
					must("explain", ask.ask(map[string]any{"op": "explain", "path": path, "input": map[string]any{"l": []int{1}}, "timeoutMs": 2000}))
				}
			}
			must("inspect", ask.ask(map[string]any{"op": "inspect", "modules": files}))
			must("test", ask.ask(map[string]any{"op": "test", "modules": files, "coverage": true, "timeoutMs": 2000}))
			for _, version := range []string{"", "v0", "v1"} {
				for _, toV1 := range []bool{false, true} {
					must("format", ask.ask(map[string]any{"op": "format", "path": "a.rego", "text": files[0].Text, "version": version, "toV1": toV1}))
				}
			}
			if took := time.Since(start); took > aMoment {
				t.Errorf("%s took %s", name, took)
			}
		}
	}
}
