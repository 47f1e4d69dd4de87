package dev.backonline.bot.share;

import dev.backonline.check.CheckId;
import java.util.function.Predicate;

/** What one of several processes can be told to do, and asked about itself. Called by one thread; never blocks for long. */
public interface Duties {
    /** From now on these checks are asked here, and no others. */
    void ask(Predicate<CheckId> held);

    /** Whether our own side works, as far as anybody knows: others should ask, and decide, while it does not. */
    boolean isAble();

    /** Whether the checks are asked in time. */
    boolean keepsPace();

    /** Another process was told this at an address of checks that are told, as it passed it on. */
    void passed(String address, String message);

    /** Another process has news of incidents. */
    void news();
}
