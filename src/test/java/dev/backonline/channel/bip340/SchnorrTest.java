package dev.backonline.channel.bip340;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The vectors that BIP-340 was published with. */
class SchnorrTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @ParameterizedTest
    @CsvFileSource(resources = "/bip340.csv", useHeadersInDisplayName = true)
    void signatures_are_those_of_the_standard(
            String key, String account, String random, String message, String signature) {
        if (key != null) {
            var secret = new BigInteger(key, 16);

            assertThat(HEX.formatHex(Schnorr.publicKey(secret))).isEqualTo(account);
            assertThat(HEX.formatHex(Schnorr.sign(HEX.parseHex(message), secret, HEX.parseHex(random))))
                    .isEqualTo(signature);
        }
        assertThat(Schnorr.isSigned(HEX.parseHex(message), HEX.parseHex(account), HEX.parseHex(signature)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/bip340-false.csv", useHeadersInDisplayName = true)
    void what_only_looks_like_one_is_none(String account, String message, String signature, String why) {
        assertThat(Schnorr.isSigned(HEX.parseHex(message), HEX.parseHex(account), HEX.parseHex(signature)))
                .as(why)
                .isFalse();
    }

    @Test
    void a_key_is_a_number_below_the_order_and_not_zero() {
        assertThat(Schnorr.isKey(BigInteger.ONE)).isTrue();
        assertThat(Schnorr.isKey(BigInteger.ZERO)).isFalse();
        assertThat(Schnorr.isKey(CurvePoint.ORDER)).isFalse();
    }

    @Test
    void every_small_key_signs() {
        for (var key = 1; key <= 8; key++) {
            var secret = BigInteger.valueOf(key);
            var message = HEX.parseHex("%064X".formatted(key));

            assertThat(Schnorr.isSigned(
                            message, Schnorr.publicKey(secret), Schnorr.sign(message, secret, new byte[32])))
                    .isTrue();
        }
    }
}
