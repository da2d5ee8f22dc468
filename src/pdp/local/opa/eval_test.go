package main

import (
	"strings"
	"testing"
	"time"
)

func TestAnswers(t *testing.T) {
	const text = `package a
default allowed := false
allowed if input.x == 1
set contains x if some x in ["b", "a", "c"]
conflict := 1 if input.x
conflict := 2 if input.x == 3
f(x) := x
bad := to_number("x")
zone := time.clock([0, "America/New_York"])[0]
now := time.now_ns() == time.now_ns()
print_me if print("hello")
nothing if input.nothing
numbers := {1: "a"}
big := 9007199254740993`
	for _, c := range []struct{ path, input, want string }{
		{"a/allowed", `{"x":1}`, "true"},
		{"a/allowed", `{"x":2}`, "false"},
		{"a/allowed", ``, "false"},
		{"a/set", `{}`, `["a","b","c"]`},
		{"a/bad", `{}`, "undefined"},
		{"a/zone", `{}`, "19"},
		{"a/now", `{}`, "true"},
		{"a/print_me", `{}`, "true"},
		{"a/nothing", `{}`, "undefined"},
		{"a/numbers", `{}`, `{"1":"a"}`},
		{"a/big", `{}`, "9007199254740993"},
		{"a/none", `{}`, "undefined"},
		{"__proto__/constructor", `{}`, "undefined"},
		{"a/allowed/deeper", `{}`, "undefined"},
		{"thing/x", `{}`, "[1,2]"},
		{"a/conflict", `{"x":1}`, "1"},
		{"a/conflict", `{"x":3}`, "eval_conflict_error"},
		{"a", `{"x":3}`, "eval_conflict_error"},
		{"a/f", `{}`, "ERR_ENTRYPOINT_FUNCTION"},
		{"a/allowed", `{`, "ERR_INPUT"},
	} {
		client := newClient(t)
		ready := client.ask(map[string]any{"op": "prepare", "modules": modules(text), "data": map[string]any{"thing": map[string]any{"x": []int{1, 2}}}})
		if !ready.OK {
			t.Fatalf("%+v", ready.Errors)
		}
		a := client.eval(c.path, c.input)[0]
		got := string(a.Result)
		if a.Undefined {
			got = "undefined"
		}
		if a.Error != nil {
			got = a.Error.Code
		}
		if got != c.want {
			t.Errorf("%s of %s: %s, not %s", c.path, c.input, got, c.want)
		}
	}
}

func TestAPackageGivesWhatIsDefined(t *testing.T) {
	c := newClient(t)
	c.prepare([]string{"a"}, "package a\nx := 1\ny := 2 if input.y\ndeny contains 1 if input.y")
	if got := string(c.eval("a", `{}`)[0].Result); got != `{"deny":[],"x":1}` {
		t.Errorf("got %s", got)
	}
}

func TestEachQueryHasItsOwnInput(t *testing.T) {
	c := newClient(t)
	c.prepare([]string{"a/x"}, "package a\nx := input.x")
	for i, a := range c.eval("a/x", `{"x":0}`, `{}`, `{"x":2}`, ``) {
		want := []string{"0", "", "2", ""}[i]
		if a.I != i || string(a.Result) != want || a.Undefined != (want == "") {
			t.Errorf("%d: %+v", i, a)
		}
	}
}

func TestAConflictHasAHintAndAPlace(t *testing.T) {
	c := newClient(t)
	c.prepare([]string{"a"}, "package a\nallowed { input.x }\n\nallowed = false { input.y }")
	p := c.eval("a", `{"x":true,"y":true}`)[0].Error
	if p == nil || p.Row == 0 || !strings.Contains(p.Hint, "default") {
		t.Errorf("got %+v", p)
	}
}

func TestALoopEndsAndHarmsNoOther(t *testing.T) {
	c := newClient(t)
	c.prepare(nil, "package a\nx if { input.loop; some i in numbers.range(1, 9000); some j in numbers.range(1, 9000); i + j == 0 }\nx if input.quick")
	start := time.Now()
	lines := c.lines(map[string]any{"op": "eval", "paths": []string{"a/x"}, "queries": []int{0, 0, 0}, "timeoutMs": 100}, `{"quick":true}`, `{"loop":true}`, `{"quick":true}`)
	if took := time.Since(start); took > 400*time.Millisecond {
		t.Errorf("it took %s", took)
	}
	if string(lines[1].Result) != "true" || lines[2].Error.Code != "ERR_EVALUATION_TIMEOUT" || string(lines[3].Result) != "true" {
		t.Errorf("got %+v", lines)
	}
}

func TestMemoryHasALimit(t *testing.T) {
	c := newClient(t)
	c.prepare(nil, "package a\nx := count(numbers.range(1, 20000000))")
	lines := c.lines(map[string]any{"op": "eval", "paths": []string{"a/x"}, "queries": []int{0}, "timeoutMs": 20000, "memoryBytes": 64 << 20}, `{}`)
	if lines[1].Error == nil || lines[1].Error.Code != "ERR_EVALUATION_MEMORY" {
		t.Errorf("got %+v", lines[1])
	}
}
