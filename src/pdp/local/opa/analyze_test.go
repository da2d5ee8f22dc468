package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// analyzed prepares these files and returns what was found out about them.
func analyzed(t *testing.T, data string, texts ...string) *analysis {
	t.Helper()
	req := map[string]any{"op": "prepare", "analyze": true, "modules": modules(texts...), "entrypoints": []string{}}
	if data != "" {
		req["data"] = json.RawMessage(data)
	}
	got := newClient(t).ask(req)
	if !got.OK || got.Analysis == nil {
		t.Fatalf("%+v", got.Errors)
	}
	return got.Analysis
}

func TestAnalysisIsOnlyThereWhereItWasAskedFor(t *testing.T) {
	if got := newClient(t).prepare([]string{}, "package a\nx := 1"); got.Analysis != nil {
		t.Errorf("got %+v", got.Analysis)
	}
}

func TestAnalyzedRules(t *testing.T) {
	got := analyzed(t, "", "package a.b\ndefault allowed := false\nallowed if {\n\tinput.y\n\tinput.x\n} else := \"no\" if not input.z\nelse := 1\nf(x) := x + 1 if true\ndeny contains m if some m in input.list\no[k] := input.v if k := \"a\"",
		"package c\ndeny[m] { m := input.list[_] }\nx = 3 { true }")
	said := []string{}
	for _, r := range got.Rules {
		extra := ""
		if r.ElseOf != nil {
			extra = fmt.Sprint(" else of ", *r.ElseOf)
		}
		said = append(said, fmt.Sprintf("%s:%d:%d-%d:%d %s %s%v[%s] default=%v body=%q value=%s const=%v always=%v vars=%v%s",
			r.File, r.Row, r.Col, r.EndRow, r.EndCol, r.Kind, r.Name, r.Args, r.Key, r.IsDefault, r.Body, r.Value, r.ValueIsConstant, r.AlwaysTrue, r.HasVariables, extra))
	}
	want := []string{
		`a.rego:2:1-2:25 complete allowed[][] default=true body=[] value=false const=true always=true vars=false`,
		`a.rego:3:1-7:10 complete allowed[][] default=false body=["input.y" "input.x"] value=true const=true always=false vars=false`,
		`a.rego:6:3-7:10 complete allowed[][] default=false body=["not input.z"] value="no" const=true always=false vars=false else of 1`,
		`a.rego:7:1-7:10 complete allowed[][] default=false body=[] value=1 const=true always=true vars=false else of 2`,
		`a.rego:8:1-8:22 function f[x][] default=false body=[] value=plus(x, 1) const=false always=true vars=false`,
		`a.rego:9:1-9:40 set deny[][m] default=false body=["some m in input.list"] value=true const=true always=false vars=true`,
		`a.rego:10:1-10:28 object o[][k] default=false body=["k := \"a\""] value=input.v const=false always=false vars=true`,
		`b.rego:2:1-2:31 set deny[][m] default=false body=["m := input.list[_]"] value=true const=true always=false vars=true`,
		`b.rego:3:1-3:15 complete x[][] default=false body=[] value=3 const=true always=true vars=false`,
	}
	for i := range max(len(said), len(want)) {
		if i >= len(said) || i >= len(want) || said[i] != want[i] {
			t.Errorf("rule %d:\n got %s\nwant %s", i, at2(said, i), at2(want, i))
		}
	}
	if b := got.Rules[1].SortedBody; !slices.Equal(b, []string{"input.x", "input.y"}) {
		t.Errorf("sorted: %q", b)
	}
}

func at2(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "nothing"
}

func TestAnalyzedInputRefs(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"as it is", "x if input.check.name == 1", `2:6 check.name "input.check.name" x`},
		{"by an import", "import input.check as c\nx if c.name", `3:6 check.name "c.name" x`},
		{"by a local name", "x if {\n\tp := input.check.policy\n\tp.require == 1\n}", `3:7 check.policy "input.check.policy" x;4:2 check.policy.require "p.require" x`},
		{"by an iteration", "x if {\n\tsome l in input.labels\n\tl.name == \"a\"\n}", `3:12 labels.* "input.labels" x;4:2 labels.*.name "l.name" x`},
		{"by a wildcard", "x if input.labels[_].name == \"a\"", `2:6 labels.*.name "input.labels[_].name" x`},
		{"below every", "x if every l in input.labels { l.name == \"a\" }", `2:17 labels "input.labels" x;2:32 labels.*.name "l.name" x`},
		{"by object.get", "x := object.get(input, [\"actor\", \"login\"], \"\")", `2:6 actor.login "object.get(input, [\"actor\", \"login\"], \"\")" x`},
		{"by a rule that is a name for it", "p := input.check.policy\nx if p.require", `2:6 check.policy "input.check.policy" p;3:6 check.policy.require "p.require" x`},
		{"in an else", "x if input.a else := 2 if input.b", `2:6 a "input.a" x;2:27 b "input.b" x`},
		{"in an argument", "f(a) := a\nx := f(input.deep.er)", `3:8 deep.er "input.deep.er" x`},
		{"written", "y := input.b\nx if y with input.b as input.c", `2:6 b "input.b" y;3:13 b "input.b" x written;3:24 c "input.c" x`},
		{"tests do not count", "test_x if input.b\nx := 1", ""},
		{"in a comprehension", "x := {n | n := input.others[_].login}", `2:16 others.*.login "input.others[_].login" x`},
	} {
		said := []string{}
		for _, r := range analyzed(t, "", "package a\n"+c.text).InputRefs {
			one := fmt.Sprintf("%d:%d %s %q %s", r.Row, r.Col, strings.Join(r.Path, "."), r.Text, r.Rule)
			if r.Written {
				one += " written"
			}
			said = append(said, one)
		}
		if got := strings.Join(said, ";"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestAnalyzedDataRefs(t *testing.T) {
	got := analyzed(t, `{"teams": {"a": ["x"]}}`,
		"package a\nimport data.nowhere\nx := data.lib.y\nq := data.lib.z\nw := data.teams.a[0]\nv := data.teams.b\nu := data.lib\nr := data.lib[input.x]\nk := nowhere.more",
		"package lib\ny := 1")
	said := []string{}
	for _, r := range got.DataRefs {
		said = append(said, fmt.Sprintf("%s:%d:%d %s %d", r.File, r.Row, r.Col, strings.Join(r.Path, "."), r.Known))
	}
	want := "a.rego:2:1 nowhere 0;a.rego:4:6 lib.z 1;a.rego:6:6 teams.b 1;a.rego:9:6 nowhere.more 0"
	if strings.Join(said, ";") != want {
		t.Errorf("got %s", strings.Join(said, ";"))
	}
}

func TestAnalyzedBuiltins(t *testing.T) {
	got := analyzed(t, "", "package a\nx if startswith(input.a, \"b\")\ny := semver.compare(input.v, upper(\"1\"))\nz if 1 == input.b")
	said := []string{}
	for _, b := range got.Builtins {
		said = append(said, fmt.Sprintf("%d:%d %s %v", b.Row, b.Col, b.Name, b.Host))
	}
	if want := "2:6 startswith false;3:6 semver.compare true;3:30 upper false"; strings.Join(said, ";") != want {
		t.Errorf("got %s", strings.Join(said, ";"))
	}
}

func TestAnalyzedRolesAndScopes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"in", `x if "a" in input.actor.roles`, "a"},
		{"by index", `x if input.actor.roles[_] == "a"`, "a"},
		{"some", "x if {\n\tsome r in input.sender.roles\n\tr == \"a\"\n}", "a"},
		{"some of several", "x if {\n\tsome r in input.actor.roles\n\tr in {\"a\", \"b\"}\n}", "a b"},
		{"an intersection", `x if count({"a", "b"} & {r | some r in input.actor.roles}) > 0`, "a b"},
		{"a set by another rule", "roles := {r | some r in input.actor.roles}\nx if \"a\" in roles", "a"},
		{"an index of a set", "roles contains r if some r in input.actor.roles\nx if roles[\"a\"]", "a"},
		{"a function", "has(r) if r in input.actor.roles\nx if has(\"a\")\ny if not has(\"b\")", "a b"},
		{"a constant rule", "admin := \"a\"\nx if admin in input.actor.roles", "a"},
		{"others", "x if {\n\tsome o in input.others\n\t\"a\" in o.roles\n}", "a"},
		{"object.get", "roles := object.get(input, [\"actor\", \"roles\"], [])\nx if \"a\" in roles", "a"},
		{"not a role", `x if "a" in input.labels`, ""},
	} {
		got := analyzed(t, "", "package a\n"+c.text)
		said := []string{}
		for _, r := range got.RoleNames {
			said = append(said, r.Value)
		}
		slices.Sort(said)
		if strings.Join(said, " ") != c.want {
			t.Errorf("%s: %q", c.name, said)
		}
	}
	got := analyzed(t, "", "package a\nx if input.scope == \"check.execute\"\ny if input.scope in {\"tool.invoke\"}\nz := \"tail\" if input.other.dotted")
	if len(got.Scopes) != 2 || got.Scopes[0].Value != "check.execute" || got.Scopes[1].Row != 3 {
		t.Errorf("scopes %+v", got.Scopes)
	}
	if want := []string{"check.execute", "tail", "tool.invoke"}; !slices.Equal(got.Strings, want) {
		t.Errorf("strings %q", got.Strings)
	}
}

func TestAnalyzedPolicyKeys(t *testing.T) {
	for text, want := range map[string]policyReads{
		"x := input.actor":                                             {},
		"x := input.check.policy.require":                              {Require: true},
		"x if {\n\tp := input.check.policy\n\tp.deny\n}":               {Deny: true},
		"x := input.check.policy":                                      {true, true, true},
		"x := input":                                                   {true, true, true},
		"x if some a in input.approvals":                               {Approvals: true},
		"x := input.check.policy.approvals":                            {Approvals: true},
		"x := input.check.policy[input.key]":                           {true, true, true},
		"x := object.get(input, [\"check\", \"policy\", \"deny\"], 1)": {Deny: true},
	} {
		if got := analyzed(t, "", "package a\n"+text).PolicyKeys; got != want {
			t.Errorf("%s: %+v", text, got)
		}
	}
}
