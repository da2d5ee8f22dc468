package main

import "testing"

func TestFormatKeepsWhatAFileIs(t *testing.T) {
	for _, c := range []struct {
		name, text, version, want, is string
		toV1, changed                 bool
	}{
		{"nothing to do", "package a\n\nx := 1\n", "", "package a\n\nx := 1\n", "v1", false, false},
		{"Windows", "package a\r\n\r\nx   := 1\r\n", "", "package a\r\n\r\nx := 1\r\n", "v1", false, true},
		{"Windows, and nothing to do", "\ufeffpackage a\r\n\r\nx := `1\r\n2`\r\n", "", "\ufeffpackage a\r\n\r\nx := `1\r\n2`\r\n", "v1", false, false},
		{"mixed line ends become one", "package a\r\n\nx := 1\r\n", "", "package a\n\nx := 1\n", "v1", false, true},
		{"what both read, as v0", "package a\n\nx := any([true])\n", "v0", "package a\n\nx := any([true])\n", "v0", false, false},
		{"v0 to v1 with a mark", "\ufeffpackage a\n\nx {\n\tinput.y\n}\n", "", "\ufeffpackage a\n\nx if {\n\tinput.y\n}\n", "v0", true, true},
	} {
		got := newClient(t).ask(map[string]any{"op": "format", "path": "a.rego", "text": c.text, "toV1": c.toV1, "version": c.version})
		if !got.OK || got.Text != c.want || got.Version != c.is || got.Changed != c.changed {
			t.Errorf("%s: %q %s %v %+v", c.name, got.Text, got.Version, got.Changed, got.Errors)
		}
	}
	if bad := newClient(t).ask(map[string]any{"op": "format", "path": "a.rego", "text": "package a\nx {true}", "version": "v1"}); bad.OK {
		t.Error("v0 was taken for v1")
	}
}

func TestAMarkAtTheStartMovesNothing(t *testing.T) {
	got := newClient(t).ask(map[string]any{"op": "check", "modules": modules("\ufeffpackage a x\r\n")})
	if got.OK || got.Errors[0].Row != 1 || got.Errors[0].Col != 11 {
		t.Errorf("got %+v", got.Errors)
	}
}
