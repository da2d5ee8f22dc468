package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

type rewritten struct {
	OK         bool                 `json:"ok"`
	Errors     problems             `json:"errors"`
	Conditions []rewrittenCondition `json:"conditions"`
}

func rewriteAll(t *testing.T, conditions ...string) rewritten {
	t.Helper()
	var got rewritten
	s := &server{emit: func(line []byte) {
		if err := json.Unmarshal(line, &got); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
	}}
	message, _ := json.Marshal(map[string]any{"id": 1, "op": "rewrite", "conditions": conditions})
	s.handle(message)
	return got
}

// say is a part on one line: `=` before a value, `!` before one that is negated, and what it reads behind a bar.
func say(p part) string {
	mark := map[[2]bool]string{{true, false}: "= ", {true, true}: "! "}[[2]bool{p.Value, p.Negated}]
	reads := []string{}
	for _, read := range p.Reads {
		reads = append(reads, read.Text)
	}
	return mark + strings.ReplaceAll(strings.Replace(p.Text, "holds := ", "", 1), "\n", "; ") + " | " + strings.Join(reads, " ")
}

func TestAConditionComesBackInParts(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"agent.user_id == data.owner_user_id\n", []string{"= not is_object(input.agent.user_id); input.agent.user_id == input.data.owner_user_id | input.agent.user_id input.data.owner_user_id"}},
		{"not check.model # none\n\"x\" in actor.roles", []string{"! input.check.model | input.check.model", `= is_array(input.actor.roles); "x" in input.actor.roles | input.actor.roles`}},
		{"agent.name = \"x\"", []string{`= input.agent.name == "x" | input.agent.name`}},
		{"input.runMode == \"consumer\"", []string{`= input.runMode == "consumer" | input.runMode`}},
		{"context.files[0].x > 1", []string{"= is_number(input.context.files[0].x); input.context.files[0].x > 1 | input.context.files[0].x"}},
		{"data[\"x-y\"][agent.i].z", []string{`= not is_object(input.agent.i); input.data["x-y"][input.agent.i].z | input.data["x-y"] input.agent.i`}},
		{"$\"a{agent.name}\" == \"ab\"", []string{`= not is_object(input.agent.name); $"a{input.agent.name}" == "ab" | input.agent.name`}},
		{"count([f | f := data.files[_]; f.x > 1]) > 3", []string{"= is_array(input.data.files); [1 | some item__0; f := input.data.files[item__0]; _ = f.x; not is_number(f.x)] == []; count([f | f := input.data.files[_]; f.x > 1]) > 3 | input.data.files"}},
		{"every f in data.files { f.ok }", []string{"is_array(input.data.files); [1 | some f in input.data.files; [1 | _ = f.ok] == []] == []; every f in input.data.files { f.ok } | input.data.files"}},
		{"some k, v in check.limits; v > data.max", []string{"is_array(input.check.limits); not is_object(input.data.max); [1 | some k, v in input.check.limits; _ = input.data.max; type_name(v) != type_name(input.data.max)] == []; some k, v in input.check.limits; v > input.data.max | input.check.limits input.data.max"}},
		{"some [f, g] in {x | some x in check.pairs}; startswith(f, g)", []string{"is_array(input.check.pairs); some [f, g] in {x | some x in input.check.pairs}; startswith(f, g) | input.check.pairs"}},
		{"every f in [x | some x in data.files] { f in check.files; tool }", []string{"is_array(input.data.files); [1 | some f in [x | some x in input.data.files]; is_object(f)] == []; is_array(input.check.files); every f in [x | some x in input.data.files] { f in input.check.files; input.tool} | input.data.files input.check.files input.tool"}},
		{
			"some f in input.files\ncheck.type == \"ai\"\nstartswith(f.path, \"db/\")",
			[]string{"is_array(input.files); some f in input.files; startswith(f.path, \"db/\") | input.files", `= input.check.type == "ai" | input.check.type`},
		},
		{"x := agent.a; y := tool.b; agent.c; x > y", []string{"= input.agent.c | input.agent.c", "= type_name(input.agent.a) in {\"number\", \"string\"}; type_name(input.agent.a) == type_name(input.tool.b); input.agent.a > input.tool.b | input.agent.a input.tool.b"}},
		{"x := agent.a; not x > 5", []string{"! is_number(input.agent.a); input.agent.a > 5 | input.agent.a"}},
		{"x := check; y := x.model; not y == \"a\"", []string{`! input.check.model == "a" | input.check.model`}},
		{"x := object.get(input, \"check\", {}); x.model", []string{"= input.check.model | input.check.model"}},
		{"k := \"model\"; count([1 | check[k] == 1]) > 0", []string{"= count([1 | input.check.model == 1]) > 0 | input.check.model"}},
		{"x := agent.a; check.type", []string{"= input.check.type | input.check.type", `= type_name(input.agent.a) != "" | input.agent.a`}},
		{"some x in check.tags; not x == \"a\"", []string{"is_array(input.check.tags); some x in input.check.tags; x == \"a\" == false | input.check.tags"}},
		{"x := \"a\" in check.tags; x == false", []string{`= is_array(input.check.tags); ["a" in input.check.tags][0] == false | input.check.tags`}},
		{"not semver.is_valid(check.type)", []string{"! not is_object(input.check.type); is_string(input.check.type); semver.is_valid(input.check.type) | input.check.type"}},
		{"max([check.a, 0]) < 5", []string{"= not is_object(input.check.a); is_number(input.check.a); is_number(max([input.check.a, 0])); max([input.check.a, 0]) < 5 | input.check.a"}},
		{"object.subset(check.targets, [{\"a\": 1}])", []string{"= [1 | walk(input.check.targets, [_, part__]); is_object(part__)] == []; object.subset(input.check.targets, [{\"a\": 1}]) | input.check.targets"}},
		{"count(check.targets) > 1", []string{"= not is_object(input.check.targets); count(input.check.targets) > 1 | input.check.targets"}},
		{"object.get(check.resource, [\"a\", \"b\"], 1) == 1", []string{"= is_object(object.get(input.check.resource, [\"a\"], {})); object.get(input.check.resource, [\"a\", \"b\"], 1) == 1 | input.check.resource"}},
		{"every p in check.spend { not object.subset(p, {\"b\": 1}) }", []string{"is_array(input.check.spend); [1 | some p in input.check.spend; walk(p, [_, part__]); is_object(part__)] == []; [1 | some p in input.check.spend; _ = {\"b\": 1}; [1 | _ = object.subset(p, {\"b\": 1})] == []] == []; every p in input.check.spend { object.subset(p, {\"b\": 1}) == false } | input.check.spend"}},
		{"count([1 | to_number(check.type) > 3]) > 0", []string{"= type_name(input.check.type) in {\"number\", \"string\"}; _ = to_number(input.check.type); count([1 | to_number(input.check.type) > 3]) > 0 | input.check.type"}},
		{"data.stepgate.parameters == 1", []string{"= input.data.stepgate.parameters == 1 | input.data.stepgate.parameters"}},
		{"true", []string{"= true | "}},
		{"check.x == `a\nb`", []string{`= input.check.x == "a\nb" | input.check.x`}},
		{"$`a\n{check.x}` == `b`", []string{"= not is_object(input.check.x); $\"a\\n{input.check.x}\" == `b` | input.check.x"}},
	} {
		got := rewriteAll(t, c.text)
		if !got.OK || len(got.Conditions) != 1 {
			t.Errorf("%q: %+v", c.text, got.Errors)
			continue
		}
		said := []string{}
		for _, p := range got.Conditions[0].Parts {
			said = append(said, say(p))
		}
		if !reflect.DeepEqual(said, c.want) && !sameParts(said, c.want) {
			t.Errorf("%q:\n got %q\nwant %q", c.text, said, c.want)
		}
	}
}

// sameParts is true whatever the order of the parts is: all of them have to hold.
func sameParts(a, b []string) bool {
	left := map[string]int{}
	for _, x := range a {
		left[x]++
	}
	for _, x := range b {
		left[x]--
	}
	for _, n := range left {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestExpressionsWithoutAValueAreTold(t *testing.T) {
	for text, want := range map[string]string{
		"some x in agent.a; startswith(x, \"b\")": "is_array(input.agent.a)\n[1 | some x in input.agent.a; [1 | _ = startswith(x, \"b\")] == []] == []",
		"x := agent.a[_]; startswith(x.y, \"b\")": "is_array(input.agent.a)\n[1 | some item__0; x := input.agent.a[item__0]; _ = x.y; [1 | _ = startswith(x.y, \"b\")] == []] == []",
		"every y in [1] { y > agent.x }":          "not is_object(input.agent.x)\n[1 | some y in [1]; _ = input.agent.x; type_name(y) != type_name(input.agent.x)] == []",
		"some x in {1}; x == 1":                   "",
		"agent.a > 1":                             "",
	} {
		got := rewriteAll(t, text)
		if !got.OK || got.Conditions[0].Parts[0].Valued != want {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestWhatNobodyCanGuardIsRefusedAtItsPlace(t *testing.T) {
	for _, c := range []struct {
		text, says string
		row, col   int
	}{
		{"check.type\ncount(check) > 3", `"check" is read as a whole`, 2, 7},
		{"x := check\ncount(x) > 3", `"check" is read as a whole`, 2, 7},
		{"{\"a\": agent} == {\"a\": 1}", "read them by their names (agent.…)", 1, 7},
		{"some k, v in input; v", `"input" is read as a whole`, 1, 14},
		{"check[_] == 1", `"check" is read as a whole`, 1, 1},
		{"[x, y] := agent.a; x > y", "gives one variable its value", 1, 1},
		{"some x; agent.a = x; x > 1", `"=" compares here; write "x := …"`, 1, 9},
		{"count(agent.x, 3)", "write count(…) == …", 1, 1},
		{"walk(agent.x, [_, 1])", "walk has no place", 1, 1},
		{"some k in [\"a\"]; object.get(check, k, 1) == 2", "write it as a text", 1, 18},
		{"some x in agent.a; $\"{x}\" == \"a\"", "write sprintf(…)", 1, 20},
		{"some x in agent.a; y := x; [1 | some x in agent.b; startswith(x, y)] == []", `named "x"`, 1, 33},
		{"every i, _ in check.spend { check.spend[i].x == 1 }", "read by its number", 1, 29},
		{"some i in [0]; check.spend[i].x == 1", "read by its number", 1, 16},
		{"every p in check.spend { object.get(p, \"b\", {}).x == 1 }", "a name of its own", 1, 26},
		{"every x in agent.a { [x][0].k == 1 }", "a name of its own", 1, 22},
		{"every v in [agent.a] { [v] > [5] }", "compare the values themselves", 1, 24},
		{"some item__0 in agent.a; startswith(agent.b[_], item__0)", "nobody could tell", 0, 0},
		{"some x in agent.a\n" + strings.Repeat("startswith(x, \"abcdefghi\")\n", 500), "several conditions", 1, 1},
		{"x := [check.a, check.a, check.a, check.a, check.a]\n" + strings.Repeat("count([x, x, x]) > 1\n", 700), "has more than 20000 parts", 2, 0},
	} {
		got := rewriteAll(t, "agent.fine", c.text)
		if got.OK || len(got.Errors) == 0 {
			t.Errorf("%.60q: it was taken", c.text)
			continue
		}
		p := got.Errors[0]
		if p.File != "1" || !strings.Contains(p.Message, c.says) || c.row > 0 && c.row != p.Row && c.col > 0 || c.col > 0 && p.Col != c.col {
			t.Errorf("%.60q: got %+v", c.text, p)
		}
	}
}

func TestTheWordsOfACondition(t *testing.T) {
	got := rewriteAll(t, "tool.x == input.runMode; agent.y")
	if want := []string{"agent", "runMode", "tool"}; !got.OK || !reflect.DeepEqual(got.Conditions[0].Words, want) {
		t.Errorf("got %+v", got)
	}
}

func TestWhatIsNoCondition(t *testing.T) {
	for _, c := range []struct {
		text, says, hint string
		row, col         int
	}{
		{"", "empty", "", 0, 0},
		{"# only", "empty", "", 0, 0},
		{"agent.x == 1 } evil {", "unexpected } token", "", 1, 14},
		{"agent.x == 1 }\nallow := true if { true", "unexpected } token", "", 1, 14},
		{"allow if true", "unexpected if keyword", "", 1, 7},
		{"default allow := true", "unexpected default keyword", "", 1, 1},
		{"deny contains 1", `"deny" is not known here`, "", 1, 1},
		{"package a", "has no place in it", "", 1, 1},
		{"agent.x\nimport rego.v1", "has no place in it", "", 2, 1},
		{"agent := 1", `"agent" is a name of the input`, "", 1, 1},
		{"input := 1", `"input" is a name of the input`, "", 1, 1},
		{"some data in [1]", `"data" is a name of the input`, "", 1, 6},
		{"every tool in [1] { true }", `"tool" is a name of the input`, "", 1, 7},
		{"[agent, x] := [1, 2]", `"agent" is a name of the input`, "", 1, 2},
		{"count([1 | actor := 1]) == 1", `"actor" is a name of the input`, "", 1, 12},
		{"agent.x == 1 with input as {}", `"with" has no place`, "", 1, 14},
		{"agent.x == 1 with data.y as {}", `"with" has no place`, "", 1, 14},
		{"every x in [1] { agent.x == 1 with input.agent as {} }", `"with" has no place`, "", 1, 31},
		{"print(agent)", "print has no place", "", 1, 1},
		{"agent.x\nhttp.send({\"url\": agent.u}).x == 1", "undefined function http.send", "sees the input and nothing else", 2, 1},
		{"opa.runtime().env.X", "undefined function opa.runtime", "sees the input", 1, 1},
		{"data.visor.helper(1)", "undefined function input.data.visor.helper", "OPA's builtins", 1, 1},
		{"agent.x\n  == admin", `"admin" is not known here`, "without its quotes", 2, 6},
		{"has_1 = agent.x; has_1 > 2", `the variable "has_1" is not declared`, "", 1, 1},
		{"count([deny | deny = agent.x[_]]) > 2", `the variable "deny" is not declared`, "", 1, 8},
		{"foo.bar == 1", `"foo" is not known here`, "agent, data, actor", 1, 1},
		{"not agent.x[_] == 2", "var _ is unsafe", "every x in", 1, 1},
		{strings.Repeat("(", 5000) + "1" + strings.Repeat(")", 5000), "recursion depth", "", 1, 0},
		{"agent.x" + strings.Repeat(" + 1", 4000) + " == 2", "recursion depth", "", 1, 0},
		{strings.Repeat("a", 20000), "at most 16384", "", 0, 0},
	} {
		got := rewriteAll(t, "agent.fine", c.text)
		if got.OK || len(got.Errors) == 0 {
			t.Errorf("%.60q: it was taken: %+v", c.text, got)
			continue
		}
		p := got.Errors[0]
		if p.File != "1" || !strings.Contains(p.Message, c.says) || !strings.Contains(p.Hint, c.hint) || p.Row != c.row || c.col > 0 && p.Col != c.col {
			t.Errorf("%.60q: got %+v", c.text, p)
		}
	}
}

func TestEveryWrongConditionIsSaid(t *testing.T) {
	got := rewriteAll(t, "agent.x ==", "agent.y", "with")
	files := []string{}
	for _, p := range got.Errors {
		files = append(files, p.File)
	}
	if fmt.Sprint(files) != "[0 2]" {
		t.Errorf("got %+v", got.Errors)
	}
}
