../../ ../ Tests / OracleClientTests / PlayedSession.swift
