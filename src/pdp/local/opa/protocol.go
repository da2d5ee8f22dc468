package main

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// A module is one Rego file. The path is only its name in messages. With a version it is read as that and nothing else.
type module struct {
	Path    string `json:"path"`
	Text    string `json:"text"`
	Version string `json:"version,omitempty"`
}

// A request is the first line of a message. The inputs of an eval follow it, one line for each query,
// so that nobody has to read them twice.
type request struct {
	ID          int             `json:"id"`
	Op          string          `json:"op"`
	Modules     []module        `json:"modules"`
	Data        json.RawMessage `json:"data"`
	Entrypoints []string        `json:"entrypoints"`
	Analyze     bool            `json:"analyze"` // prepare
	Paths       []string        `json:"paths"`   // eval: the distinct paths
	Queries     []int           `json:"queries"` // eval: for each query, the index of its path
	TimeoutMs   int64           `json:"timeoutMs"`
	MemoryBytes uint64          `json:"memoryBytes"`
	Run         string          `json:"run"`
	Coverage    bool            `json:"coverage"`
	Path        string          `json:"path"`
	Text        string          `json:"text"`
	ToV1        bool            `json:"toV1"`
	Version     string          `json:"version"` // format
	Input       json.RawMessage `json:"input"`   // explain
	Tar         string          `json:"tar"`     // bundle: a .tar.gz
	Files       []packedFile    `json:"files"`   // bundle: or a folder
	Base        string          `json:"base"`    // bundle: the folder's own name
	Verify      *bundleKey      `json:"verify"`  // bundle
	Target      string          `json:"target"`  // bundle-build, and what follows
	Defaults    []string        `json:"defaults"`
	Revision    string          `json:"revision"`
	Roots       []string        `json:"roots"`
	Sign        *bundleKey      `json:"sign"`
	Conditions  []string        `json:"conditions"` // rewrite
}

// A problem is an error as a value: OPA's code where it is OPA's, the place, and the way out where we know one.
type problem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	File    string `json:"file,omitempty"`
	Row     int    `json:"row,omitempty"`
	Col     int    `json:"col,omitempty"`
	Hint    string `json:"hint,omitempty"`
}

type problems []problem

func (p problems) Error() string {
	if len(p) == 0 {
		return "no problem"
	}
	return p[0].Message
}

type server struct {
	session *session
	emit    func(line []byte)
}

// handle answers one message: the lines of an eval as they come, and one last line that says whether it went well.
func (s *server) handle(message []byte) {
	head, rest, _ := bytes.Cut(message, []byte{'\n'})
	var req request
	if err := json.Unmarshal(head, &req); err != nil {
		s.reply(req.ID, nil, fmt.Errorf("the request is not JSON: %w", err))
		return
	}
	answer, err := s.run(&req, rest)
	s.reply(req.ID, answer, err)
}

func (s *server) run(req *request, rest []byte) (answer any, err error) {
	// A panic would end the whole instance, and with it the other queries of the run.
	defer func() {
		if r := recover(); r != nil {
			answer, err = nil, problems{{Code: "ERR_OPA_PANIC", Message: fmt.Sprintf("opa failed on %q: %v", req.Op, r)}}
		}
	}()
	switch req.Op {
	case "prepare":
		return s.prepare(req)
	case "build":
		return s.build()
	case "eval":
		return s.eval(req, rest)
	case "explain":
		return s.explain(req)
	case "test":
		return runTests(req)
	case "check":
		return check(req)
	case "format":
		return formatModule(req)
	case "inspect":
		return inspect(req)
	case "rewrite":
		return rewrite(req)
	case "bundle":
		return openBundle(req)
	case "bundle-build":
		return buildBundle(req)
	}
	return nil, fmt.Errorf("there is no operation %q", req.Op)
}

func (s *server) reply(id int, answer any, err error) {
	if err == nil {
		var body []byte
		if body, err = json.Marshal(answer); err == nil {
			s.emit(fmt.Appendf(nil, `{"id":%d,"ok":true,%s`, id, body[1:]))
			return
		}
	}
	line, _ := json.Marshal(struct {
		ID     int      `json:"id"`
		OK     bool     `json:"ok"`
		Errors problems `json:"errors"`
	}{id, false, flatten(err, nil)})
	s.emit(line)
}
