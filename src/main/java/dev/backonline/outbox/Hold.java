package dev.backonline.outbox;

/** What a held delivery waits for. */
public enum Hold {
    /** Somebody who looks whether it arrived: nobody else can tell. */
    DOUBT,
    /** Credentials that the network takes. */
    CREDENTIALS,
    /** Another address in the file. */
    ADDRESS,
    /** A person who lets it go out: before that it waits, and whoever refuses it ends it. */
    APPROVAL
}
