package dev.backonline.verdict;

import dev.backonline.verdict.Finding.Condition;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All checks of one service, and the verdict that as many of them as are needed come to. */
record Panel(Standard standard, Collection<Lookouts> checks) {
    private static final Comparator<Lookouts> EARLIEST =
            Comparator.comparing(one -> one.finding().since());
    /** The one that speaks for the others: the one with the worst impact, of several the earliest. */
    private static final Comparator<Lookouts> WORST = Comparator.comparing(
                    (Lookouts one) -> one.rule().impact())
            .reversed()
            .thenComparing(EARLIEST);

    Verdict verdict() {
        return isAllWell() ? well() : weighed();
    }

    /** As nearly always: then nothing has to be weighed. */
    private boolean isAllWell() {
        for (var check : checks) {
            if (check.finding().condition() != Condition.HEALTHY) {
                return false;
            }
        }
        return true;
    }

    private Verdict weighed() {
        var failing = those(condition -> condition == Condition.FAILING);
        if (failing.size() >= standard.needed()) {
            return failing(failing);
        }
        var troubled = those(Condition::isTrouble);
        if (troubled.size() >= standard.needed()) {
            return slow(troubled);
        }
        var unknown = those(condition -> condition == Condition.UNKNOWN);
        return !unknown.isEmpty() && troubled.size() + unknown.size() >= standard.needed() ? unknown(unknown) : well();
    }

    /** As bad as the worst of those that fail, since as many fail as are needed and this is one of them. */
    private Verdict failing(List<Lookouts> failing) {
        var worst = failing.stream().min(WORST).orElseThrow();
        var since = later(quorate(failing), worst.finding().since());
        return new Verdict.Failing(
                standard.service(), worst.rule().impact(), since, confirmed(worst, failing), explained(worst, failing));
    }

    /** Whoever fails is not fast either, so failures make a service slow too. */
    private Verdict slow(List<Lookouts> troubled) {
        var worst = troubled.stream()
                .min(Comparator.comparing((Lookouts one) -> one.finding().condition())
                        .thenComparing(WORST))
                .orElseThrow();
        var since = standard.needed() == 1 ? worst.finding().since() : quorate(troubled);
        return new Verdict.Degraded(standard.service(), since, confirmed(worst, troubled), explained(worst, troubled));
    }

    private Verdict unknown(List<Lookouts> unknown) {
        var first = unknown.stream().min(WORST).orElseThrow();
        return new Verdict.Unknown(standard.service(), first.finding().since(), explained(first));
    }

    /** Well since so few were left in trouble, or in doubt, that they could not make the service's. */
    private Verdict well() {
        if (standard.needed() == 1) {
            var latest = Instant.MIN;
            for (var check : checks) {
                latest = later(latest, check.finding().since());
            }
            return new Verdict.Healthy(standard.service(), latest);
        }
        var well = those(condition -> condition == Condition.HEALTHY);
        var decisive = well.get(checks.size() - standard.needed());
        return new Verdict.Healthy(standard.service(), decisive.finding().since());
    }

    private Instant quorate(List<Lookouts> troubled) {
        return troubled.get(standard.needed() - 1).finding().since();
    }

    private Instant confirmed(Lookouts worst, List<Lookouts> troubled) {
        return standard.needed() == 1
                ? worst.finding().confirmed()
                : troubled.stream()
                        .map(one -> one.finding().confirmed())
                        .reduce(worst.finding().confirmed(), Panel::later);
    }

    private String explained(Lookouts worst, List<Lookouts> troubled) {
        if (standard.needed() == 1) {
            return explained(worst);
        }
        var each = troubled.stream().map(Panel::explained).collect(Collectors.joining("; "));
        return "%d of %d checks, %s: %s".formatted(troubled.size(), checks.size(), standard.quorum(), each);
    }

    static String explained(Lookouts check) {
        return check.rule().check() + ": " + check.finding().reason();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The earliest first. */
    private List<Lookouts> those(Predicate<Condition> which) {
        return checks.stream()
                .filter(one -> which.test(one.finding().condition()))
                .sorted(EARLIEST)
                .toList();
    }
}
