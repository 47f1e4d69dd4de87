package dev.backonline.channel.bip340;

import java.math.BigInteger;
import java.util.Optional;

/** A point of the curve secp256k1 (SEC 2, 2.4.1): y² = x³ + 7 in the field of P. Infinity, which is no point, is 0, 0. */
record CurvePoint(BigInteger x, BigInteger y) {
    static final BigInteger P = hex("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFC2F");

    /** How many points there are. */
    static final BigInteger ORDER = hex("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141");

    static final CurvePoint GENERATOR = new CurvePoint(
            hex("79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798"),
            hex("483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8"));

    private static final CurvePoint INFINITY = new CurvePoint(BigInteger.ZERO, BigInteger.ZERO);
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final BigInteger SEVEN = BigInteger.valueOf(7);

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }

    /** The one of two points with this x whose y is even (BIP-340, lift_x); empty if there is none. */
    static Optional<CurvePoint> lifted(BigInteger x) {
        if (x.compareTo(P) >= 0) {
            return Optional.empty();
        }
        var square = x.modPow(THREE, P).add(SEVEN).mod(P);
        var root = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
        return root.modPow(BigInteger.TWO, P).equals(square)
                ? Optional.of(new CurvePoint(x, root.testBit(0) ? P.subtract(root) : root))
                : Optional.empty();
    }

    boolean isInfinity() {
        return equals(INFINITY);
    }

    boolean isEven() {
        return !y.testBit(0);
    }

    CurvePoint plus(CurvePoint other) {
        if (isInfinity() || other.isInfinity()) {
            return isInfinity() ? other : this;
        }
        if (x.equals(other.x) && !y.equals(other.y)) {
            return INFINITY;
        }
        var slope = x.equals(other.x)
                ? x.multiply(x).multiply(THREE).multiply(y.shiftLeft(1).modInverse(P))
                : other.y.subtract(y).multiply(other.x.subtract(x).modInverse(P));
        var sum = slope.multiply(slope).subtract(x).subtract(other.x).mod(P);
        return new CurvePoint(sum, slope.multiply(x.subtract(sum)).subtract(y).mod(P));
    }

    CurvePoint times(BigInteger factor) {
        var product = INFINITY;
        for (var bit = factor.bitLength() - 1; bit >= 0; bit--) {
            product = product.plus(product);
            if (factor.testBit(bit)) {
                product = product.plus(this);
            }
        }
        return product;
    }
}
