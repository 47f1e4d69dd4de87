package dev.backonline.verdict.history;

import java.time.Duration;

/**
 * How long answers took within a span of time, those that were up or slow. Each is right to a twentieth, since they come from classes
 * of times of that width ({@link Latencies}).
 */
public record Latency(Duration median, Duration p95, Duration slowest) {}
