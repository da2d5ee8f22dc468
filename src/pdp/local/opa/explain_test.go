package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

type explanation struct {
	OK bool `json:"ok"`
	explained
	Errors problems `json:"errors"`
}

func explainIt(t *testing.T, path, input string, texts ...string) explanation {
	t.Helper()
	c := newClient(t)
	if got := c.prepare([]string{}, texts...); !got.OK {
		t.Fatalf("%+v", got.Errors)
	}
	var got explanation
	c.s.emit = func(line []byte) {
		if err := json.Unmarshal(line, &got); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
	}
	req := map[string]any{"op": "explain", "path": path, "timeoutMs": 1000}
	if input != "" {
		req["input"] = json.RawMessage(input)
	}
	message, _ := json.Marshal(req)
	c.s.handle(message)
	if !got.OK {
		t.Fatalf("%+v", got.Errors)
	}
	return got
}

func (v seenValue) String() string {
	switch {
	case v.Undefined:
		return v.Text + " undefined"
	case v.Clipped != "":
		return fmt.Sprintf("%s clipped %d", v.Text, len(v.Clipped))
	}
	return v.Text + "=" + string(v.Value)
}

// folded writes each body in a line: parent, name, outcome, and its expressions with + held, - failed, . not reached.
func folded(e explanation) []string {
	out := []string{}
	for _, r := range e.Rules {
		line := fmt.Sprintf("%d %s %d %s", r.Parent, strings.TrimPrefix(r.Name, "data.a."), r.Row, r.Outcome)
		if len(r.Args) > 0 {
			line += fmt.Sprint(" ", r.Args)
		}
		if r.Value != nil {
			line += " " + r.Value.String()
		}
		for _, x := range r.Expressions {
			line += " | " + map[string]string{"held": "+", "failed": "-", "not-reached": "."}[x.Outcome] + x.Text
			if x.Outcome == "failed" {
				line += fmt.Sprintf(" %d %v", x.Tries, x.Values)
				if len(x.Samples) > 0 {
					line += fmt.Sprintf(" %v", x.Samples)
				}
			}
		}
		out = append(out, line)
	}
	return out
}

func TestExplain(t *testing.T) {
	for _, c := range []struct{ name, text, path, input, outcome, want string }{
		{
			"a comparison", "default ok := false\nok if {\n\tinput.n > 3\n\tinput.m\n}", "a/ok", `{"n": 1}`, "result false",
			"-1 ok 3 failed | -input.n > 3 1 [input.n=1] | .input.m;-1 ok 2 held ok=false",
		},
		{
			"an undefined reference", "ok if input.pull.name == \"x\"", "a/ok", `{}`, "undefined ",
			`-1 ok 2 failed | -input.pull.name == "x" 1 [input.pull.name undefined]`,
		},
		{
			"the roles that were there", "ok if \"admin\" in input.actor.roles", "a/ok", `{"actor": {"roles": ["dev"]}}`, "undefined ",
			`-1 ok 2 failed | -"admin" in input.actor.roles 1 [input.actor.roles=["dev"]]`,
		},
		{
			"a list gone through", "ok if {\n\tsome r in input.roles\n\tr == \"x\"\n}", "a/ok", `{"roles": ["p", "q", "r", "s"]}`, "undefined ",
			`-1 ok 2 failed | +some r in input.roles | -r == "x" 4 [r="p"] [[r="p"] [r="q"] [r="r"]]`,
		},
		{
			"an empty list", "ok if {\n\tsome r in input.roles\n\tr == \"x\"\n}", "a/ok", `{"roles": []}`, "undefined ",
			`-1 ok 2 failed | -some r in input.roles 1 [input.roles=[]] | .r == "x"`,
		},
		{
			"one of the list holds", "ok if {\n\tsome r in input.roles\n\tr == \"x\"\n}", "a/ok", `{"roles": ["p", "x"]}`, "result true",
			`-1 ok 2 held ok=true | +some r in input.roles | +r == "x"`,
		},
		{
			"every", "ok if every x in input.xs { x > 2 }", "a/ok", `{"xs": [3, 1]}`, "undefined ",
			`-1 ok 2 failed | -every x in input.xs { x > 2 } 1 [x=1 input.xs=[3,1]]`,
		},
		{
			"not, and the rule below it", "ok if not bad\nbad if input.x", "a/ok", `{"x": true}`, "undefined ",
			`-1 ok 2 failed | -not bad 1 [bad=true];0 bad 3 held bad=true | +input.x`,
		},
		{
			"else in its order", "ok := 1 if input.a else := 2 if input.b else := 3", "a/ok", `{}`, "result 3",
			`-1 ok 2 failed | -input.a 1 [input.a undefined];-1 ok 2 failed | -input.b 1 [input.b undefined];-1 ok 2 held ok=3`,
		},
		{
			"both bodies are tried, whichever holds", "ok if input.a == 1\nok if input.b == 2", "a/ok", `{"a": 1, "b": 3}`, "result true",
			`-1 ok 2 held ok=true | +input.a == 1;-1 ok 3 failed | -input.b == 2 1 [input.b=3]`,
		},
		{
			"a function", "ok if has(\"x\")\nhas(l) if l in input.ls", "a/ok", `{"ls": ["y"]}`, "undefined ",
			`-1 ok 2 failed | -has("x") 1 [];0 has 3 failed [l="x"] | -l in input.ls 1 [input.ls=["y"] l="x"]`,
		},
		{
			"a head that reads", "who := input.actr.login", "a/who", `{"actor": {}}`, "undefined ",
			`-1 who 2 failed | -input.actr.login 1 [input.actr.login undefined]`,
		},
		{
			"a set", "deny contains m if {\n\tsome m in input.ms\n\tm != \"ok\"\n}", "a/deny", `{"ms": ["ok", "no"]}`, `result ["no"]`,
			`-1 deny 2 held deny=["no"] | +some m in input.ms | +m != "ok"`,
		},
		{
			"an expression over several calls", "ok if count({\"a\"} & {r | some r in input.rs}) > 0", "a/ok", `{"rs": ["b"]}`, "undefined ",
			`-1 ok 2 failed | -count({"a"} & {r | some r in input.rs}) > 0 1 [{r | some r in input.rs}=["b"] {"a"} & {r | some r in input.rs}=[] count({"a"} & {r | some r in input.rs})=0]`,
		},
		{
			"with", "ok if q with input.x as 5\nq if input.x == 6", "a/ok", `{"x": 6}`, "undefined ",
			`-1 ok 2 failed | -q with input.x as 5 1 [q undefined];0 q 3 failed | -input.x == 6 1 [input.x=5]`,
		},
		{"no input", "ok if input.x", "a/ok", "", "undefined ", `-1 ok 2 failed | -input.x 1 [input.x undefined]`},
		{"what is not there", "ok if input.x", "a/none", "{}", "undefined ", ""},
	} {
		got := explainIt(t, c.path, c.input, "package a\n"+c.text)
		if said := got.Outcome.Kind + " " + string(got.Outcome.Value); said != c.outcome {
			t.Errorf("%s: %s", c.name, said)
		}
		if said := strings.Join(folded(got), ";"); said != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, said, c.want)
		}
	}
}

func TestExplainAnError(t *testing.T) {
	got := explainIt(t, "a/ok", `{"x": 1}`, "package a\nok := 1 if input.x\nok := 2 if input.x")
	if got.Outcome.Kind != "error" || got.Outcome.Error.Code != "eval_conflict_error" || got.Outcome.Error.Hint == "" {
		t.Errorf("got %+v", got.Outcome)
	}
	if len(got.Rules) != 2 || got.Rules[1].Outcome != "error" {
		t.Errorf("got %q", folded(got))
	}
}

func TestExplainIsBounded(t *testing.T) {
	var text strings.Builder
	text.WriteString("package a\n")
	for i := range 300 {
		fmt.Fprintf(&text, "ok if input.x == %d\n", i)
	}
	got := explainIt(t, "a/ok", `{"x": "`+strings.Repeat("ä", 3000)+`"}`, text.String())
	if len(got.Rules) != maxTried || !got.Truncated {
		t.Errorf("%d rules, truncated %v", len(got.Rules), got.Truncated)
	}
	if v := got.Rules[0].Expressions[0].Values[0]; v.Value != nil || len(v.Clipped) > maxValueBytes || len(v.Clipped) < maxValueBytes-4 {
		t.Errorf("value %s", v)
	}
	endless := explainIt(t, "a/ok", `{}`, "package a\nok if {\n\tsome i in numbers.range(1, 9000)\n\tsome j in numbers.range(1, 9000)\n\ti == -j\n}")
	if endless.Outcome.Kind != "error" || endless.Outcome.Error.Code != "ERR_EVALUATION_TIMEOUT" || !endless.Truncated {
		t.Errorf("endless: %+v truncated %v", endless.Outcome, endless.Truncated)
	}
}
