package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"
)

const maxValueBytes = 2000

// A seenValue is what a reference or a variable was: a value, the start of a long one, or undefined.
type seenValue struct {
	Text      string          `json:"text"`
	Value     json.RawMessage `json:"value,omitempty"`
	Clipped   string          `json:"clipped,omitempty"`
	Undefined bool            `json:"undefined,omitempty"`
}

// seen writes no more of a value than is told: a policy may look at megabytes a hundred times.
func seen(text string, value ast.Value) seenValue {
	w := &shortJSON{}
	if w.value(value); w.full() {
		return seenValue{Text: text, Clipped: clip(w.String())}
	}
	return seenValue{Text: text, Value: w.Bytes()}
}

// clip cuts between two characters, never within one.
func clip(text string) string {
	if len(text) <= maxValueBytes {
		return text
	}
	end := maxValueBytes
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// A shortJSON is JSON up to where nobody reads it any more; sets are lists, and keys are text, as in an answer of OPA.
type shortJSON struct {
	bytes.Buffer
}

func (w *shortJSON) full() bool { return w.Len() > maxValueBytes }

func (w *shortJSON) value(v ast.Value) {
	switch v := v.(type) {
	case ast.String:
		w.text(string(v))
	case ast.Object:
		w.WriteByte('{')
		_ = v.Iter(func(key, value *ast.Term) error {
			w.next('{')
			w.key(key.Value)
			w.WriteByte(':')
			w.value(value.Value)
			return w.end()
		})
		w.WriteByte('}')
	case *ast.Array:
		w.list(v.Iter)
	case ast.Set:
		w.list(v.Iter)
	case ast.Number:
		w.WriteString(string(v))
	default:
		w.WriteString(v.String()) // true, false and null
	}
}

func (w *shortJSON) list(iter func(func(*ast.Term) error) error) {
	w.WriteByte('[')
	_ = iter(func(element *ast.Term) error {
		w.next('[')
		w.value(element.Value)
		return w.end()
	})
	w.WriteByte(']')
}

func (w *shortJSON) next(opening byte) {
	if written := w.Bytes(); written[len(written)-1] != opening {
		w.WriteByte(',')
	}
}

// end is an error as soon as there is enough.
func (w *shortJSON) end() error {
	if w.full() {
		return errEnough
	}
	return nil
}

var errEnough = errors.New("there is enough")

func (w *shortJSON) key(v ast.Value) {
	if s, ok := v.(ast.String); ok {
		w.text(string(s))
		return
	}
	inner := &shortJSON{}
	inner.value(v)
	w.text(inner.String())
}

func (w *shortJSON) text(s string) {
	isLong := len(s) > maxValueBytes
	quoted, _ := json.Marshal(clip(s))
	w.Write(quoted)
	if isLong && !w.full() {
		// All of it is not there: nothing may pass this for the whole value.
		w.Write(bytes.Repeat([]byte{' '}, maxValueBytes+1-w.Len()))
	}
}
