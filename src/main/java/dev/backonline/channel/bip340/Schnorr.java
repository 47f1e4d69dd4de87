package dev.backonline.channel.bip340;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.backonline.channel.PublicId;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** Signatures of BIP-340. Not made to resist somebody who can time it: it signs one post a time, at home. */
public final class Schnorr {
    private static final int BYTES = 32;

    private Schnorr() {}

    /** Whether a number can be a secret key. */
    public static boolean isKey(BigInteger secret) {
        return secret.signum() > 0 && secret.compareTo(CurvePoint.ORDER) < 0;
    }

    public static byte[] publicKey(BigInteger secret) {
        return bytes(CurvePoint.GENERATOR.times(secret).x());
    }

    /** The same for the same {@code random} bytes, of which a good signature needs none. */
    public static byte[] sign(byte[] message, BigInteger secret, byte[] random) {
        var point = CurvePoint.GENERATOR.times(secret);
        var even = point.isEven() ? secret : CurvePoint.ORDER.subtract(secret);
        var mask = new BigInteger(1, tagged("BIP0340/aux", random));
        var shown = bytes(point.x());
        var drawn = number(tagged("BIP0340/nonce", bytes(even.xor(mask)), shown, message));
        if (drawn.signum() == 0) {
            throw new IllegalStateException("one in 2^256: this message can't be signed");
        }
        var nonce = CurvePoint.GENERATOR.times(drawn);
        var once = nonce.isEven() ? drawn : CurvePoint.ORDER.subtract(drawn);
        var challenge = number(tagged("BIP0340/challenge", bytes(nonce.x()), shown, message));
        return joined(bytes(nonce.x()), bytes(once.add(challenge.multiply(even)).mod(CurvePoint.ORDER)));
    }

    public static boolean isSigned(byte[] message, byte[] publicKey, byte[] signature) {
        var half = Arrays.copyOf(signature, BYTES);
        var nonce = new BigInteger(1, half);
        var proof = new BigInteger(1, Arrays.copyOfRange(signature, BYTES, 2 * BYTES));
        var owner = CurvePoint.lifted(new BigInteger(1, publicKey));
        if (owner.isEmpty() || nonce.compareTo(CurvePoint.P) >= 0 || proof.compareTo(CurvePoint.ORDER) >= 0) {
            return false;
        }
        var challenge = number(tagged("BIP0340/challenge", half, publicKey, message));
        var found = CurvePoint.GENERATOR
                .times(proof)
                .plus(owner.get().times(CurvePoint.ORDER.subtract(challenge).mod(CurvePoint.ORDER)));
        return !found.isInfinity() && found.isEven() && found.x().equals(nonce);
    }

    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes).mod(CurvePoint.ORDER);
    }

    /** BIP-340, tagged hashes: no two purposes ever hash the same. */
    private static byte[] tagged(String tag, byte[]... parts) {
        var name = PublicId.sha256(tag.getBytes(US_ASCII));
        return PublicId.sha256(joined(name, name, joined(parts)));
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** In 32 bytes, the highest first. */
    private static byte[] bytes(BigInteger number) {
        var least = number.toByteArray();
        var all = new byte[BYTES];
        var length = Math.min(least.length, BYTES);
        System.arraycopy(least, least.length - length, all, BYTES - length, length);
        return all;
    }
}
