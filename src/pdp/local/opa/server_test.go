package main

import (
	"encoding/json"
	"strings"
	"testing"
)

type answer struct {
	OK           bool              `json:"ok"`
	Errors       problems          `json:"errors"`
	Started      bool              `json:"started"`
	I            int               `json:"i"`
	Result       json.RawMessage   `json:"result"`
	Undefined    bool              `json:"undefined"`
	Error        *problem          `json:"error"`
	RegoVersions map[string]string `json:"regoVersions"`
	Text         string            `json:"text"`
	Version      string            `json:"version"`
	Changed      bool              `json:"changed"`
	prepared
	Wasm    []byte       `json:"wasm"`
	Built   []string     `json:"-"`
	Results []testResult `json:"results"`
	tested
	Packages []inspectedPackage `json:"packages"`
}

// A client speaks to a server as the parent does: a request, then payload lines.
type client struct {
	t *testing.T
	s *server
}

func newClient(t *testing.T) *client { return &client{t: t, s: &server{}} }

func (c *client) lines(req map[string]any, payload ...string) []answer {
	c.t.Helper()
	var out []answer
	c.s.emit = func(line []byte) {
		if strings.Contains(string(line), "\n") {
			c.t.Errorf("a line holds a line break: %s", line)
		}
		var a answer
		if err := json.Unmarshal(line, &a); err != nil {
			// `entrypoints` is a map for prepare and a list for build.
			var b struct {
				OK          bool     `json:"ok"`
				Wasm        []byte   `json:"wasm"`
				Entrypoints []string `json:"entrypoints"`
				Host        []string `json:"hostBuiltins"`
			}
			if err := json.Unmarshal(line, &b); err != nil {
				c.t.Fatalf("%v: %s", err, line)
			}
			a = answer{OK: b.OK, Wasm: b.Wasm, Built: b.Entrypoints}
			a.HostBuiltins = b.Host
		}
		out = append(out, a)
	}
	head, _ := json.Marshal(req)
	c.s.handle([]byte(strings.Join(append([]string{string(head)}, payload...), "\n")))
	return out
}

func (c *client) ask(req map[string]any) answer {
	c.t.Helper()
	all := c.lines(req)
	if len(all) != 1 {
		c.t.Fatalf("%d lines for one request", len(all))
	}
	return all[0]
}

func (c *client) prepare(entrypoints []string, texts ...string) answer {
	c.t.Helper()
	return c.ask(map[string]any{"op": "prepare", "modules": modules(texts...), "entrypoints": entrypoints})
}

// modules names the files a.rego, b.rego, …
func modules(texts ...string) []module {
	out := []module{}
	for i, text := range texts {
		out = append(out, module{Path: string(rune('a'+i)) + ".rego", Text: text})
	}
	return out
}

// eval asks one path once for each input.
func (c *client) eval(path string, inputs ...string) []answer {
	c.t.Helper()
	queries := make([]int, len(inputs))
	lines := c.lines(map[string]any{"op": "eval", "paths": []string{path}, "queries": queries, "timeoutMs": 2000}, inputs...)
	if len(lines) != len(inputs)+2 || !lines[0].Started || !lines[len(lines)-1].OK {
		c.t.Fatalf("%d lines for %d queries: %+v", len(lines), len(inputs), lines)
	}
	return lines[1 : len(lines)-1]
}

func TestRequestsThatMakeNoSense(t *testing.T) {
	for name, message := range map[string]string{
		"not JSON":               "{",
		"no operation":           `{"id":1}`,
		"unknown operation":      `{"id":1,"op":"exec"}`,
		"build before prepare":   `{"id":1,"op":"build"}`,
		"eval before prepare":    `{"id":1,"op":"eval"}`,
		"explain before prepare": `{"id":1,"op":"explain"}`,
	} {
		var got answer
		s := &server{emit: func(line []byte) { _ = json.Unmarshal(line, &got) }}
		s.handle([]byte(message))
		if got.OK || len(got.Errors) != 1 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestAPanicIsAnAnswer(t *testing.T) {
	s := &server{session: &session{points: []string{"x"}, surfaces: map[string]surface{"x": {Kind: "rule"}}}}
	if _, err := s.run(&request{Op: "build"}, nil); err == nil || !strings.Contains(err.Error(), "opa failed") {
		t.Errorf("got %v", err)
	}
}
