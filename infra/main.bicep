// Everything Lotse needs in one resource group. See docs for the steps; nothing here holds a secret.
targetScope = 'resourceGroup'

@description('Short name of the installation; every resource is called after it.')
@minLength(3)
@maxLength(16)
param name string = 'lotse'

@description('Region of everything that holds data.')
param location string = 'germanywestcentral'

@description('The container image, e.g. registry.azurecr.io/lotse:0.1.0')
param image string

@description('Name of an Azure Container Registry in this resource group that holds the image; empty for a public image.')
param registryName string = ''

@description('How the bot is called where Teams shows it.')
@maxLength(42)
param botDisplayName string = 'Lotse'

@description('The pricing tier of the bot registration.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('Conversation id of the steering channel; empty: it is learned from "@Lotse digest hier".')
param steeringConversation string = ''

@description('Address (https) where the abridged registers are published; empty: links to projects get no preview.')
param publicationUrl string = ''

@description('E-mail address that alerts go to; empty: no alerts.')
param alertEmail string = ''

@description('How many replicas run at least and at most.')
@minValue(1)
param minReplicas int = 1
@minValue(1)
param maxReplicas int = 3

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

param tags object = {
  application: 'lotse'
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: name
    location: location
    registryName: registryName
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    logDays: logDays
    tags: tags
  }
}

module store 'modules/store.bicep' = {
  name: 'store'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    tags: tags
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    registryServer: empty(registryName) ? '' : '${registryName}.azurecr.io'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    cosmosEndpoint: store.outputs.endpoint
    cosmosDatabase: store.outputs.database
    steeringConversation: steeringConversation
    publicationUrl: publicationUrl
    workspaceName: monitoring.outputs.workspaceName
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    tags: tags
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    displayName: botDisplayName
    sku: botSku
    endpoint: 'https://${app.outputs.domain}/api/messages'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    tags: tags
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  params: {
    name: name
    location: location
    email: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    appName: app.outputs.name
    tags: tags
  }
}

@description('BOT_ID of the app package.')
output BOT_ID string = identity.outputs.clientId
@description('BOT_DOMAIN of the app package.')
output BOT_DOMAIN string = app.outputs.domain
