package main

import (
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

func TestSeenValues(t *testing.T) {
	long := strings.Repeat("ä\n", 3000)
	for _, c := range []struct {
		name, term, want string
		clipped          bool
	}{
		{"a set, sorted", `{3, 1, "a"}`, `[1,3,"a"]`, false},
		{"an object", `{"b": [true, null], "a": {}, 1: {"x": []}}`, `{"1":{"x":[]},"a":{},"b":[true,null]}`, false},
		{"all digits", `12345678901234567890.10`, `12345678901234567890.10`, false},
		{"quotes and lines", `"a\"\n<b>"`, `"a\"\n\u003cb\u003e"`, false},
		{"a composite key", `{[1, 2]: 3}`, `{"[1,2]":3}`, false},
		{"a long text", `"` + strings.ReplaceAll(long, "\n", `\n`) + `"`, `"ä\nä\n`, true},
		{"a long list", "[" + strings.Repeat("1234,", 5000) + "1]", "[1234,1234,", true},
		{"a long text within", `{"k": ["` + strings.Repeat("x", 5000) + `", 1]}`, `{"k":["xxx`, true},
		{"a text that is just too long", `"` + strings.Repeat("x", maxValueBytes-1) + `"`, `"xxx`, true},
	} {
		got := seen("", ast.MustParseTerm(c.term).Value)
		if said := string(got.Value) + got.Clipped; !strings.HasPrefix(said, c.want) || !c.clipped && said != c.want || c.clipped != (got.Clipped != "") || len(said) > maxValueBytes {
			t.Errorf("%s: %.60s %v %d", c.name, said, got.Clipped != "", len(said))
		}
	}
}
