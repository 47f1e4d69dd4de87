package dev.backonline.check.dns;

/** A kind of records, with its number among those that IANA keeps (RFC 1035, 3.2.2; RFC 3596, 2.1). */
public enum RecordType {
    A(1),
    NS(2),
    CNAME(5),
    MX(15),
    TXT(16),
    AAAA(28);

    private final int number;

    RecordType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
