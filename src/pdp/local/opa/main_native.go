//go:build !js

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
)

// main is the same server over stdin and stdout, to try things out: go run . < messages.jsonl
func main() {
	in := bufio.NewReader(os.Stdin)
	s := &server{emit: func(line []byte) { _, _ = os.Stdout.Write(append(line, '\n')) }}
	for {
		message, err := in.ReadBytes('\n')
		if err == io.EOF {
			return
		}
		var head request
		_ = json.Unmarshal(message, &head)
		for range head.Queries {
			line, _ := in.ReadBytes('\n')
			message = append(message, line...)
		}
		s.handle(bytes.TrimRight(message, "\n"))
	}
}
