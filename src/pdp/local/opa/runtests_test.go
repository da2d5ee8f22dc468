package main

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestAFailingTestTellsWhere(t *testing.T) {
	text := `package a
import rego.v1
x := input.y
test_value if { x == 2 with input.y as 1 }
test_again if { x == 2 with input.y as 2 }
test_list if {
	some c in [1, 2]
	c == 4
}
test_false := false if true
test_data if data.q == 1
test_nowhere if data.zz == 1
test_cases[n] if {
	some n, c in {"one": 1, "two": 2}
	x == 1 with input.y as c
}
`
	got := newClient(t).ask(map[string]any{"op": "test", "modules": modules(text), "data": map[string]any{"q": 5}, "timeoutMs": 10_000})
	said := []string{}
	for _, r := range got.Results {
		if r.FailedAt == nil {
			said = append(said, fmt.Sprint(r.Name, " ", r.Pass))
			continue
		}
		said = append(said, strings.TrimSpace(fmt.Sprintf("%s %d:%d %s %v %s", r.Name, r.FailedAt.Row, r.FailedAt.Col, r.FailedAt.Text, r.Values, strings.Join(r.Cases, ","))))
	}
	want := []string{
		`test_value 4:17 x == 2 with input.y as 1 [x=1]`,
		`test_again true`,
		`test_list 8:2 c == 4 [c=1]`,
		`test_false 10:1 test_false := false if true []`,
		`test_data 11:14 data.q == 1 [data.q=5]`,
		`test_nowhere 12:17 data.zz == 1 [data.zz undefined]`,
		`test_cases 15:2 x == 1 with input.y as c [x=2 c=2] two`,
	}
	for i := range max(len(said), len(want)) {
		if at2(said, i) != at2(want, i) {
			t.Errorf("%d:\n got %s\nwant %s", i, at2(said, i), at2(want, i))
		}
	}
}

func TestTestsEndWithTheirTime(t *testing.T) {
	text := "package a\nimport rego.v1\ntest_endless if {\n\tsome i in numbers.range(1, 9000)\n\tsome j in numbers.range(1, 9000)\n\ti == -j\n}\ntest_endless_too if {\n\tsome i in numbers.range(1, 9000)\n\tsome j in numbers.range(1, 9000)\n\ti == -j\n}"
	start := time.Now()
	got := newClient(t).ask(map[string]any{"op": "test", "modules": modules(text), "timeoutMs": 300})
	if len(got.Results) != 2 || time.Since(start) > 5*time.Second {
		t.Fatalf("%d results after %s", len(got.Results), time.Since(start))
	}
	for _, r := range got.Results {
		if r.Pass || r.Error == nil || r.Error.Code != "ERR_TEST_TIMEOUT" {
			t.Errorf("got %+v", r)
		}
	}
}
