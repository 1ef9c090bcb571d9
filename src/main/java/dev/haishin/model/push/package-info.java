/** Push relays, and the providers that reach sleeping devices. */
package dev.haishin.model.push;
