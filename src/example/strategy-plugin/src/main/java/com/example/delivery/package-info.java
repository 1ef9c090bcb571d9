/** Delivery code from outside, as an example: a fan-out strategy and a session router. */
package com.example.delivery;
