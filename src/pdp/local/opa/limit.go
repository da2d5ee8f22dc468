package main

import (
	"fmt"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// Go for js/wasm has one thread: no timer fires while a policy loops. So the evaluator itself, which asks Cancelled() at every
// step, looks at the clock now and then, and at the heap more seldom.
const (
	stepsPerClock  = 64
	clocksPerHeap  = 16
	defaultMemory  = 512 << 20
	collectorLimit = 320 << 20
)

type limit struct {
	deadline time.Time
	timeout  time.Duration
	memory   uint64
	steps    uint32
	stopped  bool
	reason   problem
	sample   []metrics.Sample
}

func newLimit(timeout time.Duration, memory uint64) *limit {
	if memory == 0 {
		memory = defaultMemory
	}
	l := &limit{timeout: timeout, memory: memory, sample: []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}}
	if timeout > 0 {
		l.deadline = time.Now().Add(timeout)
	}
	return l
}

// Cancel is part of topdown.Cancel; nobody else stops an evaluation.
func (l *limit) Cancel() { l.stopped = true }

func (l *limit) Cancelled() bool {
	if l.stopped {
		return true
	}
	l.steps++
	if l.steps%stepsPerClock != 0 {
		return false
	}
	if l.timeout > 0 && time.Now().After(l.deadline) {
		l.stopped = true
		l.reason = problem{Code: "ERR_EVALUATION_TIMEOUT", Message: fmt.Sprintf("the policy did not answer within %d ms", l.timeout.Milliseconds())}
		return true
	}
	if l.steps%(stepsPerClock*clocksPerHeap) == 0 && l.heap() > l.memory {
		l.stopped = true
		l.reason = problem{Code: "ERR_EVALUATION_MEMORY", Message: fmt.Sprintf("the policy used more than %d MiB", l.memory>>20)}
		return true
	}
	return false
}

func (l *limit) heap() uint64 {
	metrics.Read(l.sample)
	return l.sample[0].Value.Uint64()
}

// tuneCollector lets short runs end before the first collection, and bounds long ones.
func tuneCollector() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(collectorLimit)
}
