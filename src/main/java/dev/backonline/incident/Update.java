package dev.backonline.incident;

import java.time.Instant;

/** One step of an incident: what was told, when it was decided, and why (for operators only). */
public record Update(int number, Instant at, Status status, Transition transition, String why) {}
