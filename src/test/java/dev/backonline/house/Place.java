package dev.backonline.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a class stands: in one of the twelve packages, or in a folder of one. */
record Place(List<String> folders) {

    static final String BASE = "dev.backonline";

    /** The twelve packages of docs/STYLE.md, in its order: data flows down this list, imports point up it. */
    static final List<String> STAGES = List.of(
            "catalog",
            "check",
            "verdict",
            "incident",
            "message",
            "outbox",
            "channel",
            "page",
            "operator",
            "store",
            "config",
            "bot");

    private static final Set<String> CORE = Set.of("catalog", "check", "verdict", "incident", "message", "outbox");
    private static final Set<String> WITH_PLUG_INS = Set.of("check", "channel");

    /** Folders beside the networks that networks are built of: what is shared, and standards that are no network's own. */
    private static final Set<String> FOR_NETWORKS = Set.of(
            "access",
            "api",
            "atproto",
            "bip340",
            "cloudevents",
            "graph",
            "jwt",
            "markup",
            "mime",
            "oauth",
            "smtp",
            "standardwebhooks",
            "statuspage",
            "twittertext");

    private static final Set<String> SAYS_NOTHING =
            Set.of("util", "common", "helper", "model", "dto", "impl", "service");

    Place {
        folders = List.copyOf(folders);
    }

    /** The place of a class, or none if it is not ours. */
    static Optional<Place> of(JavaClass type) {
        var packageName = type.getPackageName();
        if (!(packageName + ".").startsWith(BASE + ".")) {
            return Optional.empty();
        }
        var below = packageName.substring(BASE.length());
        return Optional.of(new Place(Arrays.stream(below.split("\\."))
                .filter(name -> !name.isEmpty())
                .toList()));
    }

    boolean isOnTheList() {
        return STAGES.contains(stage())
                && folders.size() <= 2
                && folders.stream().noneMatch(SAYS_NOTHING::contains);
    }

    String stage() {
        return folders.isEmpty() ? "" : folders.getFirst();
    }

    boolean isPlugIn() {
        return WITH_PLUG_INS.contains(stage()) && folders.size() > 1 && !isForNetworks();
    }

    /** Whether networks may know it, and it may know none of them. */
    private boolean isForNetworks() {
        return stage().equals("channel") && folders.size() > 1 && FOR_NETWORKS.contains(folders.get(1));
    }

    /** Whether it is the top of a package whose folders are plug-ins or made for them: it knows none of either. */
    boolean isAbovePlugIns() {
        return WITH_PLUG_INS.contains(stage()) && folders.size() == 1;
    }

    boolean isCore() {
        return CORE.contains(stage()) && !isPlugIn();
    }

    boolean isBelow(Place other) {
        return STAGES.indexOf(stage()) > STAGES.indexOf(other.stage());
    }

    /** Whether both are within the same one of the twelve, in different folders or one above the other's. */
    boolean isBeside(Place other) {
        return stage().equals(other.stage()) && !folders.equals(other.folders);
    }
}
