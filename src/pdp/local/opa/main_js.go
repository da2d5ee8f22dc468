//go:build js && wasm

package main

import "syscall/js"

// main gives JavaScript one function, stepgateOPA(message: Uint8Array, emit: (line: Uint8Array) => void), and waits.
func main() {
	tuneCollector()
	s := &server{}
	js.Global().Set("stepgateOPA", js.FuncOf(func(_ js.Value, args []js.Value) any {
		message := make([]byte, args[0].Length())
		js.CopyBytesToGo(message, args[0])
		emit := args[1]
		var buffer js.Value
		size := 0
		s.emit = func(line []byte) {
			if len(line) >= size {
				size = max(2*len(line), 4096)
				buffer = js.Global().Get("Uint8Array").New(size)
			}
			js.CopyBytesToJS(buffer, append(line, 0x0a))
			emit.Invoke(buffer, len(line)+1)
		}
		s.handle(message)
		return nil
	}))
	select {}
}
