package dev.backonline.incident;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.catalog.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change worth telling; {@code services} are those that the text is about, {@code nextUpdate} a promise of when more is said. */
public sealed interface Transition {
    List<ServiceId> services();

    default Optional<Duration> nextUpdate() {
        return Optional.empty();
    }

    /** Whether it says that there is trouble that nobody was told of yet: that is what a person may have to approve. */
    default boolean isClaim() {
        return switch (this) {
            case Problem _, Worse _, Again _, Intermittent _ -> true;
            case Still _, Better _, Recovering _, Resolved _, Note _, Correction _, Staged _, Alarmed _ -> false;
        };
    }

    /** Users may notice problems. */
    record Problem(List<ServiceId> services, Optional<Duration> nextUpdate) implements Transition {
        public Problem {
            services = List.copyOf(services);
        }
    }

    /** Nothing new but that it is being worked on. */
    record Still(List<ServiceId> services, Optional<Duration> nextUpdate) implements Transition {
        public Still {
            services = List.copyOf(services);
        }
    }

    /** More services have problems, or the same have worse ones; {@code services} are all that have any now. */
    record Worse(List<ServiceId> services, Optional<Duration> nextUpdate) implements Transition {
        public Worse {
            services = List.copyOf(services);
        }
    }

    /** Some of the services work again; {@code services} are those that still do not. */
    record Better(List<ServiceId> services, Optional<Duration> nextUpdate) implements Transition {
        public Better {
            services = List.copyOf(services);
        }
    }

    /** Everything works again; whether it lasts is being watched. */
    record Recovering(List<ServiceId> services) implements Transition {
        public Recovering {
            services = List.copyOf(services);
        }
    }

    /** Everything works again and has for a while: it was over at {@code until}. */
    record Resolved(List<ServiceId> services, Instant until) implements Transition {
        public Resolved {
            services = List.copyOf(services);
        }
    }

    /** The same trouble came back at {@code since}. */
    record Again(List<ServiceId> services, Instant since, Optional<Duration> nextUpdate) implements Transition {
        public Again {
            services = List.copyOf(services);
        }
    }

    /** The trouble comes and goes; from now on it is over only once it has stayed away for long. */
    record Intermittent(List<ServiceId> services, Instant since, Optional<Duration> nextUpdate) implements Transition {
        public Intermittent {
            services = List.copyOf(services);
        }
    }

    /** A person has something to say. */
    record Note(List<ServiceId> services, Optional<Duration> nextUpdate) implements Transition {
        public Note {
            services = List.copyOf(services);
        }
    }

    /** A maintenance is planned, has begun, is over, or is called off: it has come to {@code stage}. */
    record Staged(Maintenance maintenance, Stage stage) implements Transition {
        @Override
        public List<ServiceId> services() {
            return maintenance.services();
        }
    }

    /**
     * Not for the public: an alarm stands from now on, or no longer. {@code kind} says which, {@code key} is the alarm's own; {@code facts} are
     * what a sentence about it names, and {@code remedy} what helps, such as a command.
     */
    record Alarmed(String kind, String key, Map<String, String> facts, Optional<String> remedy, boolean stands)
            implements Transition {
        public Alarmed {
            facts = Map.copyOf(facts);
        }

        /** About no service, as the public knows them. */
        @Override
        public List<ServiceId> services() {
            return List.of();
        }

        /** The same, no longer standing. */
        public Alarmed over() {
            return new Alarmed(kind, key, facts, remedy, false);
        }
    }

    /** It was a false alarm: nothing of what was told of these services was so. */
    record Correction(List<ServiceId> services) implements Transition {
        public Correction {
            services = List.copyOf(services);
        }
    }
}
