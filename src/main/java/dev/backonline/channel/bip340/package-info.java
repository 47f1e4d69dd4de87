/** Schnorr signatures of BIP-340 over the curve secp256k1. */
@NullMarked
package dev.backonline.channel.bip340;

import org.jspecify.annotations.NullMarked;
