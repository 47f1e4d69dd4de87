package dev.backonline.check;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Certificates or a key, as the text of a PEM file (RFC 7468). Its text form shows no more than what it says to be. */
public record Pem(String text) {
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN [^-]{1,60}-----");
    private static final Pattern PART =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,60})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    /** Any text will do to see whether a key belongs to a certificate. */
    private static final byte[] SAMPLE = {1, 2, 3};

    public static Pem parse(String text) {
        if (!BEGIN.matcher(text).find()) {
            throw new IllegalArgumentException("a PEM file should hold a line such as '-----BEGIN CERTIFICATE-----'");
        }
        return new Pem(text);
    }

    /** Why these are no certificates; empty if they are. {@code name} is the key of the file that holds them. */
    public Optional<String> objectionAsCertificates(String name) {
        try {
            return holders().isEmpty()
                    ? Optional.of("%s should hold a certificate, not '%s'".formatted(name, this))
                    : Optional.empty();
        } catch (CertificateException | IllegalArgumentException _) {
            return Optional.of("%s holds a certificate that cannot be read".formatted(name));
        }
    }

    /** Why this is no private key; empty if it is, as far as can be seen without its certificate. */
    Optional<String> objectionAsKey(String name) {
        return parts(PRIVATE_KEY).isEmpty()
                ? Optional.of(("%s should hold '-----BEGIN PRIVATE KEY-----', not '%s';"
                                + " 'openssl pkcs8 -topk8 -nodes' writes other keys so")
                        .formatted(name, this))
                : Optional.empty();
    }

    /** Why this key is not the one of the first of those certificates; empty if it is. */
    Optional<String> objectionBeside(Pem certificates, String name) {
        try {
            var holder = certificates.holders().getFirst();
            return belongs(parts(PRIVATE_KEY).getFirst(), holder)
                    ? Optional.empty()
                    : Optional.of("%s is not the key of the first certificate".formatted(name));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.of("%s cannot be read as a key of the kind that the certificate has".formatted(name));
        }
    }

    /** The public keys of the certificates. */
    private List<PublicKey> holders() throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        var holders = new ArrayList<PublicKey>();
        for (var part : parts(CERTIFICATE)) {
            holders.add(
                    factory.generateCertificate(new ByteArrayInputStream(part)).getPublicKey());
        }
        return holders;
    }

    private List<byte[]> parts(String label) {
        return PART.matcher(text)
                .results()
                .filter(part -> part.group(1).equals(label))
                .map(part -> Base64.getMimeDecoder().decode(part.group(2)))
                .toList();
    }

    private static boolean belongs(byte[] secret, PublicKey holder) throws GeneralSecurityException {
        var key = KeyFactory.getInstance(holder.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(secret));
        var way = signature(holder.getAlgorithm());
        var verifier = Signature.getInstance(way);
        verifier.initVerify(holder);
        verifier.update(SAMPLE);
        return verifier.verify(signed(way, key));
    }

    private static byte[] signed(String way, PrivateKey key) throws GeneralSecurityException {
        var signer = Signature.getInstance(way);
        signer.initSign(key);
        signer.update(SAMPLE);
        return signer.sign();
    }

    /** By the JDK's names, some of which serve for the key and for its signatures. */
    private static String signature(String algorithm) {
        return switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> algorithm;
        };
    }

    @Override
    public String toString() {
        return BEGIN.matcher(text).results().map(MatchResult::group).findFirst().orElse("");
    }
}
